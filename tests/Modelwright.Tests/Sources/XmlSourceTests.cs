using System.Text;
using System.Xml.Linq;
using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class XmlSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_NestedElements_GivesColumnsByPath()
    {
        var table = (await Read("<rows><row a=\"1\"><b c=\"2\">x</b><d><e>3</e><e>4</e></d></row><row a=\"2\"><d/></row></rows>")).Table;

        Assert.Equal(["a", "b.c", "b", "d.e", "d"], table.Names);
        Assert.Equal(["1", "2", "x", "[\"3\",\"4\"]", null], table.Columns.Select(column => column.Format(0)));
        Assert.Equal(["2", null, null, null, null], table.Columns.Select(column => column.Format(1)));
        Assert.Equal(ColumnType.Number, table["a"].Type);
    }

    [Theory]
    [InlineData("<r><meta><v>1</v></meta><items><i n=\"1\"/><i n=\"2\"/></items></r>", "n", 2, "The rows are the elements 'i'; 2 other elements of the document were left out. If that is wrong, set Record (--record).")]
    [InlineData("<r><by a=\"1\"/><by a=\"2\"/><i n=\"1\"/><i n=\"2\"/><i n=\"3\"/></r>", "n", 3, "The rows are the elements 'i'; 2 other elements of the document were left out. If that is wrong, set Record (--record).")]
    [InlineData("<r><i><n>1</n><k>2</k></i></r>", "n,k", 1, null)]
    [InlineData("<r><n>1</n><k>2</k></r>", "n,k", 1, null)]
    [InlineData("<r><n>1</n></r>", "n", 1, null)]
    [InlineData("<r n=\"1\"/>", "n", 1, null)]
    [InlineData("<r><i><n>1</n><k>a</k><k>b</k></i></r>", "n,k", 1, "The document was read as one row, the element 'i'. If each 'k' is a row, set Record (--record).")]
    [InlineData("<r><n>1</n><n>2</n></r>", "n", 2, null)]
    [InlineData("<a:r xmlns:a=\"urn:x\"><a:i a:n=\"1\"/><a:i a:n=\"2\"/></a:r>", "n", 2, null)]
    public async Task Read_Records_AreFoundByEvidence(string text, string names, int rows, string? note)
    {
        var read = await Read(text);

        Assert.Equal(names.Split(','), read.Table.Names);
        Assert.Equal(rows, read.Table.RowCount);
        Assert.Equal(note is null ? [] : [note], read.Report.Notes);
    }

    [Theory]
    [InlineData("<r/>")]
    [InlineData("<r></r>")]
    [InlineData("<r> \n </r>")]
    public async Task Read_OneElementWithNothingInIt_HasNoRows(string text)
    {
        var table = (await Read(text)).Table;

        Assert.Equal((0, 0), (table.RowCount, table.Columns.Count));
    }

    [Theory]
    [InlineData("<r>1</r>", "r")]
    [InlineData("<r><r/></r>", "r")]
    [InlineData("<r><i/></r>", "i")]
    public async Task Read_OneElementWithSomething_IsOneRow(string text, string name)
    {
        var table = (await Read(text)).Table;

        Assert.Equal((1, name), (table.RowCount, Assert.Single(table.Names)));
    }

    // What DataSet of .NET and FOR XML of SQL Server write for signs that no name can hold.
    [Fact]
    public async Task Read_EscapedNames_AreTheNamesMeant()
    {
        var table = (await Read("<r><i_x0020_1 a_x0020_b=\"1\"><unit_x0020_price>2</unit_x0020_price><_x0031_>3</_x0031_><a_x005F_x0020_>4</a_x005F_x0020_><x_y>5</x_y></i_x0020_1></r>", new() { Record = "i 1" })).Table;

        Assert.Equal(["a b", "unit price", "1", "a_x0020_", "x_y"], table.Names);
    }

    [Fact]
    public async Task Read_NamedRecord_IsTaken()
    {
        const string text = "<r><a><i n=\"1\"/></a><b><i n=\"2\"/><i n=\"3\"/></b><c><k/><k/><k/></c></r>";

        Assert.Equal(["2", "3"], Enumerable.Range(0, 2).Select((await Read(text, new() { Record = "r.b.i" })).Table["n"].Format));
        Assert.Equal("FILE: elements named 'i' stand at several places. Set Record (--record) to one of 'r.a.i', 'r.b.i'.", await Refused(text, new() { Record = "i" }));
        Assert.Equal("FILE: no element is named 'row'. Those that repeat are 'i', 'k'; set Record (--record) to one with the rows, or leave it out.", await Refused(text, new() { Record = "row" }));
    }

    [Theory]
    [InlineData("", "FILE: the file is empty. Give an XML document with an element for each row.")]
    [InlineData("<r><i>1</i><i>2</r>", "FILE, line 1, column 18: the XML is broken: The 'i' start tag on line 1 position 13 does not match the end tag of 'r'. Close what is open, mend what is wrong, or get the file again if it was cut.")]
    [InlineData("<r>\n<i>1</i>", "FILE, line 2, column 9: the XML is broken: Unexpected end of file has occurred. The following elements are not closed: r. Close what is open, mend what is wrong, or get the file again if it was cut.")]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><r>&b;</r>", "FILE: the file has a document type (<!DOCTYPE …>), which is not read, as it may name other files or repeat itself without end. Leave it out.")]
    [InlineData("<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r/>", "FILE: the file has a document type (<!DOCTYPE …>), which is not read, as it may name other files or repeat itself without end. Leave it out.")]
    public async Task Read_Broken_SaysWhatAndWhere(string text, string expected) => Assert.Equal(expected, await Refused(text));

    [Fact]
    public async Task Read_DeepNesting_SaysSo() =>
        Assert.Equal("FILE, line 1: elements are nested deeper than 64 levels. Take the inner ones apart, or leave them out.", await Refused(string.Concat(Enumerable.Repeat("<a>", 100_000))));

    [Theory]
    [InlineData("<r><i>", "", "FILE: a tag, an attribute or a text is longer than 33554432 bytes. Shorten it, or split the file.")]
    [InlineData("<r><i n=\"", "", "FILE: a tag, an attribute or a text is longer than 33554432 bytes. Shorten it, or split the file.")]
    [InlineData("<r><i>a</i><i>", "</i></r>", "FILE, line 1: the element 'i' holds more than 16777216 characters. Shorten its values, or name a smaller one by Record (--record).")]
    public async Task Read_EndlessValue_IsRefused(string before, string after, string expected)
    {
        using var file = TempFile.With("rows.xml.gz", TempFile.Gzip(before + new string('x', 30_000_000) + (after.Length > 0 ? after : new string('x', 70_000_000))));

        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));

        Assert.Equal(expected, error.Message.Replace(file.Path, "FILE", StringComparison.Ordinal));    }

    [Fact]
    public async Task Read_NamesThatAreValues_AreRefused() =>
        Assert.Equal(
            "FILE, line 1: the document has more than 50000 different elements, of which 'id49999' is the next. Give rows the same names; a name that differs from row to row, such as an id, is a value.",
            await Refused("<r>" + string.Concat(Enumerable.Range(0, 60_000).Select(row => $"<id{row}/>")) + "</r>"));

    [Theory]
    [InlineData("utf-16", null)]
    [InlineData("iso-8859-1", null)]
    [InlineData("windows-1250", "windows-1250")]
    public async Task Read_DeclaredOrNamedEncoding_IsText(string name, string? told)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var text = told is null ? $"<?xml version=\"1.0\" encoding=\"{name}\"?><r><n>é</n></r>" : "<r><n>é</n></r>";
        using var file = TempFile.With("rows.xml", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        var read = await SourceTable.ReadAsync(file.Path, new() { Encoding = told }, Cancel);

        Assert.Equal(("é", name), (read.Table["n"].Format(0), read.Report.Encoding));
    }

    // The framework's own document, which holds all of it, has the same values.
    [Fact]
    public void Read_AnyRows_GivesTheValuesOfTheDocumentModel()
    {
        var text = Gen.Char["ab<>&\"'é中 ]\n"].Array[0, 8].Select(letters => new string(letters));
        Gen.Select(text, text).Array[2, 20].Sample(rows =>
        {
            var document = new XDocument(new XElement("rows", rows.Select(row => new XElement("row", new XAttribute("a", row.Item1), new XElement("b", row.Item2)))));
            var table = Read(document.ToString(SaveOptions.DisableFormatting), Texts).GetAwaiter().GetResult().Table;
            Assert.Equal(rows.Select(row => (Missing(row.Item1), Missing(row.Item2))), Enumerable.Range(0, rows.Length).Select(row => (table["a"].Format(row), table["b"].Format(row))));
        }, iter: 100, threads: 1);
    }

    private static readonly ReadOptions Texts = new() { Types = new Dictionary<string, ColumnType> { ["a"] = ColumnType.Text, ["b"] = ColumnType.Text } };

    private static string? Missing(string text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static async Task<SourceTable> Read(string text, ReadOptions? options = null)
    {
        using var file = TempFile.With("rows.xml", text);
        return await SourceTable.ReadAsync(file.Path, options, Cancel);
    }

    private static async Task<string> Refused(string text, ReadOptions? options = null)
    {
        using var file = TempFile.With("rows.xml", text);
        return (await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, options, Cancel))).Message.Replace(file.Path, "FILE", StringComparison.Ordinal);
    }
}
