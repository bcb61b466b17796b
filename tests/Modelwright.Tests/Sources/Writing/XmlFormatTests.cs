using System.Xml.Linq;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources.Writing;

public class XmlFormatTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_Rows_AreElements()
    {
        using var file = TempFile.Named("out.xml");
        var table = new Table([new NumberColumn("a", [1.5, double.NaN]), CategoryColumn.FromTexts("b, c", ["<x> & \"y\"\r\n", null])]);

        await TableWriter.WriteAsync(table, file.Path, Cancel);

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <predictions>
            <row><a>1.5</a><b_x002C__x0020_c>&lt;x&gt; &amp; "y"&#xD;
            </b_x002C__x0020_c></row>
            <row><a/><b_x002C__x0020_c/></row>
            </predictions>

            """,
            await File.ReadAllTextAsync(file.Path, Cancel));
    }

    [Fact]
    public async Task Write_EveryType_IsReadByTheDocumentModel()
    {
        using var file = TempFile.Named("out.xml");
        await TableWriter.WriteAsync(TablesOfWriting.EveryType, file.Path, Cancel);

        var document = XDocument.Load(file.Path, LoadOptions.PreserveWhitespace);

        Assert.Equal(
            TablesOfWriting.Cells(TablesOfWriting.EveryType).Select(row => row.Select(cell => cell ?? "")),
            document.Root!.Elements("row").Select(row => row.Elements().Select(cell => cell.Value)));
    }

    [Fact]
    public async Task WriteAndRead_NoRows_HasNone()
    {
        using var file = TempFile.Named("out.xml");
        await TableWriter.WriteAsync(TablesOfWriting.EveryType.Take([]), file.Path, Cancel);

        Assert.Equal(0, (await Table.ReadAsync(file.Path, cancellation: Cancel)).RowCount);
    }

    [Fact]
    public async Task WriteAndRead_RowsAndColumnsWithoutValues_AreKept()
    {
        using var file = TempFile.Named("out.xml");
        var table = new Table([new NumberColumn("row", [double.NaN, double.NaN]), new TextColumn("predictions", [null, "x"])]);

        await TableWriter.WriteAsync(table, file.Path, Cancel);

        var read = await Table.ReadAsync(file.Path, cancellation: Cancel);
        Assert.Equal(table.Names, read.Names);
        Assert.Equal(TablesOfWriting.Cells(table), TablesOfWriting.Cells(read));
    }

    [Fact]
    public async Task Write_WhatXmlCannotHold_IsSaidTogether()
    {
        using var file = TempFile.Named("out.xml");
        var table = new Table([new TextColumn("a", ["x", "\u000b"]), new TextColumn("", [null, "\uffff"]), CategoryColumn.FromTexts("b", ["\U0001F600\ud800", null])]);

        var error = await Assert.ThrowsAsync<DataException>(() => TableWriter.WriteAsync(table, file.Path, Cancel));

        Assert.Equal(
            """
            FILE: the name of column 2: it is empty, and an XML document needs one. Name the column, or write CSV.
            FILE: column 'a', row 2: the text holds the character U+000B, which no XML document can. Take it out, or write CSV.
            FILE: column '', row 2: the text holds the character U+FFFF, which no XML document can. Take it out, or write CSV.
            FILE: column 'b', row 1: the text holds the character U+D800, which no XML document can. Take it out, or write CSV.
            """,
            error.Message.Replace(file.Path, "FILE", StringComparison.Ordinal));
    }
}
