/** Request bodies: read strictly, checked against their JSON Schema, with every flaw named by JSON Pointer and its mend. */
@NullMarked
package dev.sluice.edge.json;

import org.jspecify.annotations.NullMarked;
