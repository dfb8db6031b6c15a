"""How kiosk and board conform to D1 to D17 (accessibility), measured from the running programs."""
