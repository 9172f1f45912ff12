"""`scrapy crawl issues -a collection=DIR …`: the same run as `backissue crawl`, with the same exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from scrapy.commands import crawl
from scrapy.crawler import AsyncCrawlerProcess

from crawler.launch import conduct
from crawler.options import options_from_arguments
from crawler.run import Run
from output.errors import BackissueError

if TYPE_CHECKING:
    import argparse


class Command(crawl.Command):
    """Scrapy's crawl command, which by itself ends with 0 on nearly everything."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider; `issues` with our exit codes, any other as Scrapy does."""
        if args != ["issues"]:
            super().run(args, opts)
            return
        assert isinstance(self.crawler_process, AsyncCrawlerProcess)
        try:
            run = Run.begin(options_from_arguments(opts.spargs))
            verdict = conduct(run, self.crawler_process)
        except BackissueError as error:
            click.echo(f"backissue: {error}", err=True)
            self.exitcode = error.exit_code
            return
        for reason in verdict.reasons:
            click.echo(f"backissue: {reason}", err=True)
        self.exitcode = int(verdict.code)
