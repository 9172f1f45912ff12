"""WARC/1.1 (ISO 28500:2017): records written as they came, and read back whoever wrote them."""
