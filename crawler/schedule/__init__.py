"""Units and crontab lines that run a crawl on a schedule; only text is made here, nothing is installed."""
