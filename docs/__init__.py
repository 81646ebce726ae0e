"""The site: ``build`` runs it, ``sources`` writes the reST of every page, ``conf`` and ``extension`` are Sphinx's."""
