"""The reference tables that routing by home reads: loaded from files, effective-dated, of each system its own."""
