"""What kiosk, counter and board are built from."""
