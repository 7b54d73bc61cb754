package dev.sluice.projector.backoffice;

import dev.sluice.schemas.catalog.ProductRow;

/**
 * What orders say of a product beyond what they said when it was sold.
 *
 * @param version of the catalogue's row
 */
record ProductName(String name, String category, long version) {

    static ProductName of(ProductRow row) {
        return new ProductName(row.name(), row.category(), row.version());
    }

    boolean saysTheSameAs(ProductName other) {
        return name.equals(other.name) && category.equals(other.category);
    }
}
