package dev.sluice.load.csv;

/** The columns of a file of invoices, by the names in its first line. */
public enum Column {
    INVOICE("InvoiceNo"),
    STOCK_CODE("StockCode"),
    DESCRIPTION("Description"),
    QUANTITY("Quantity"),
    DATE("InvoiceDate"),
    PRICE("UnitPrice"),
    CUSTOMER("CustomerID"),
    COUNTRY("Country");

    private final String title;

    Column(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
