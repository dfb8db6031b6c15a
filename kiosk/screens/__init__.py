"""What a citizen sees and touches. Each screen is built once and shows views of its kind; it decides nothing."""
