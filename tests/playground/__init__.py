"""What the page for trying out views and copies computes, held against torch."""
