"""Addresses without a language: each feed says its languages itself."""

from django.contrib.sitemaps.views import sitemap
from django.urls import path

from cms.feeds.news import NewsFeed
from cms.feeds.sitemap import PublicPages
from cms.feeds.views import product_catalogue, robots

urlpatterns = [
    path("sc.xml", product_catalogue, name="product_catalogue"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PublicPages}}, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path("nieuws.rss", NewsFeed(), name="news_feed"),
]
