"""The published services, one package each; the gateway finds them by their folder."""
