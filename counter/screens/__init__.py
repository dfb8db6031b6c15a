"""What stands on the advisor's window, one widget a file. They draw a view and say what was pressed."""
