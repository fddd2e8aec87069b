//! Annotations of one document brought onto another, as inherited and to be reviewed.
