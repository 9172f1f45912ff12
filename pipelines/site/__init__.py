"""What a site's pages say of one another: what stands on many of them, and the habits of a magazine."""
