"""The organisers' side: who works here and what they may do, and what they do."""
