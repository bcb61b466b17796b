using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Cells;

namespace Modelwright.Runtime.Tests.Prediction;

public sealed class AdmissionTests
{
    [Theory]
    [InlineData("10115.0", "10115")]
    [InlineData("10115.00", "10115")]
    [InlineData("10115", "10115")]
    [InlineData("10115.5", "(unseen)")]
    [InlineData("10115.", "(unseen)")]
    [InlineData("010115.0", "(unseen)")]
    [InlineData("7.0", "7.0")]
    public void Admit_CodeThatWasANumberInTraining_IsItsLevel(string text, string level)
    {
        var spec = new ColumnSpec("a", ColumnType.Category) { Levels = ["10115", "7", "7.0"] };

        Assert.Equal([level, "7"], Texts(Admit(spec, new TextColumn("a", (string?[])[text, "7"])).Table["a"]));
    }

    [Theory]
    [InlineData(";", """["a","b"]""", "a;b")]
    [InlineData("json", """["a", 1]""", """["a","1"]""")]
    [InlineData(";", "[]", "")]
    public void Column_ListGivenAsAnArray_IsWrittenAsTheCellsAre(string separator, string json, string expected)
    {
        var spec = new ColumnSpec("a", ColumnType.Text) { Kind = ColumnKind.List, ListSeparator = separator };
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var faults = new List<string>();

        var column = (TextColumn)CellValue.Column(spec, [document.RootElement, null], faults);

        Assert.Empty(faults);
        Assert.Equal([expected, null], [column.Values.At(0), column.Values.At(1)]);
    }

    [Theory]
    [InlineData(";", "[[1]]", "Column 'a': an item of the list is no plain value. Give texts, numbers, true or false.")]
    [InlineData("json", "[null]", "Column 'a': an item of the list is no plain value. Give texts, numbers, true or false.")]
    [InlineData(";", "[\"\\ud800\"]", "Column 'a': an item of the list holds half a character (a \\ud800 to \\udfff without its other half). Write both halves, or take it out.")]
    [InlineData("json", "[1, \"\\udc00\"]", "Column 'a': an item of the list holds half a character (a \\ud800 to \\udfff without its other half). Write both halves, or take it out.")]
    public void Column_ListThatNoCellCanHold_IsAFault(string separator, string json, string expected)
    {
        var spec = new ColumnSpec("a", ColumnType.Text) { Kind = ColumnKind.List, ListSeparator = separator };
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var faults = new List<string>();

        CellValue.Column(spec, [document.RootElement], faults);

        Assert.Equal(expected, Assert.Single(faults));
    }

    [Fact]
    public void Column_ListOfTextsWithHalfACharacter_IsAFault()
    {
        var spec = new ColumnSpec("a", ColumnType.Text) { Kind = ColumnKind.List, ListSeparator = "json" };
        var faults = new List<string>();

        CellValue.Column(spec, [new[] { "a", "\uD800" }], faults);

        Assert.Equal("Column 'a': an item of the list holds half a character (a \\ud800 to \\udfff without its other half). Write both halves, or take it out.", Assert.Single(faults));
    }

    [Fact]
    public void Admit_NumbersWithoutChange_ShareTheColumn()
    {
        var raw = new NumberColumn("a", [1, double.NaN, 3]);

        var admitted = Admit(new(raw.Name, ColumnType.Number), raw);

        Assert.Same(raw, admitted.Table["a"]);
        Assert.Equal(new ColumnCounts("a", 1, 0, 0, []), admitted.Counts[0] with { Examples = [] });
    }

    [Fact]
    public void Admit_NumberMarkerAndInfinity_AreMissing()
    {
        var spec = new ColumnSpec("a", ColumnType.Number) { MissingMarkers = ["-999"] };

        var admitted = Admit(spec, new NumberColumn("a", [1, -999, double.PositiveInfinity]));

        Assert.Equal(["1", null, null], Texts(admitted.Table["a"]));
        Assert.Equal((1, 0, 1), Three(admitted.Counts[0]));
        Assert.Equal(new CellExample(2, "Infinity"), Assert.Single(admitted.Counts[0].Examples));
    }

    [Fact]
    public void Admit_NumberMarkerWrittenAnotherWay_IsMissing()
    {
        var spec = new ColumnSpec("a", ColumnType.Number) { MissingMarkers = ["-999"] };

        Assert.Equal([null, null, "999"], Texts(Admit(spec, new TextColumn("a", ["-999.0", "-9.99e2", "999"])).Table["a"]));
    }

    [Fact]
    public void Admit_MoneyAsText_IsRead()
    {
        var spec = new ColumnSpec("a", ColumnType.Number) { NumberDecorations = ["$", ","], MissingMarkers = ["NA"] };

        var admitted = Admit(spec, new TextColumn("a", ["$1,234.50", " NA ", "", "-5", "many", null]));

        Assert.Equal(["1234.5", null, null, "-5", null, null], Texts(admitted.Table["a"]));
        Assert.Equal((3, 0, 1), Three(admitted.Counts[0]));
        Assert.Equal(new CellExample(4, "many"), Assert.Single(admitted.Counts[0].Examples));
    }

    [Fact]
    public void Admit_CategoryOfText_KnownLevelsKeepTheirCodes()
    {
        var spec = new ColumnSpec("a", ColumnType.Category) { Levels = ["pro", "basic"] };

        var admitted = Admit(spec, new TextColumn("a", ["basic", "gold", null, "pro"]));

        var column = Assert.IsType<CategoryColumn>(admitted.Table["a"]);
        Assert.Equal([1, 2, -1, 0], column.Codes[0].ToArray());
        Assert.Equal(["pro", "basic", "(unseen)"], column.Levels);
        Assert.Equal((1, 1, 0), Three(admitted.Counts[0]));
    }

    [Fact]
    public void Admit_UnseenClassOfATarget_IsMissing()
    {
        var spec = new ColumnSpec("a", ColumnType.Category, ColumnRole.Target) { Levels = ["no", "yes"] };

        var admitted = Admit(spec, new TextColumn("a", ["yes", "perhaps"]));

        Assert.Equal(["yes", null], Texts(admitted.Table["a"]));
        Assert.Equal((0, 1, 0), Three(admitted.Counts[0]));
    }

    [Fact]
    public void Admit_LevelNamedUnseen_IsNotMixedUp()
    {
        var spec = new ColumnSpec("a", ColumnType.Category) { Levels = ["(unseen)", "b"] };

        Assert.Equal(["(unseen)", "(unseen)?", "b"], Texts(Admit(spec, new TextColumn("a", ["(unseen)", "c", "b"])).Table["a"]));
    }

    [Fact]
    public void Admit_CategoryWithoutLevels_TakesThoseThatOccurInOrder()
    {
        var raw = new CategoryColumn("a", ["z", "NA", "unused", "b"], [0, 1, 3, -1]);

        var admitted = Admit(new("a", ColumnType.Category) { MissingMarkers = ["NA"] }, raw);

        var column = Assert.IsType<CategoryColumn>(admitted.Table["a"]);
        Assert.Equal(["b", "z"], column.Levels);
        Assert.Equal([1, -1, 0, -1], column.Codes[0].ToArray());
    }

    [Fact]
    public void Admit_CategoryWithoutChange_SharesTheColumn()
    {
        var raw = CategoryColumn.FromTexts("a", ["x", "y", null]);

        Assert.Same(raw, Admit(new("a", ColumnType.Category), raw).Table["a"]);
    }

    [Fact]
    public void Admit_CategoryOfNumbers_MatchesByTextThenByValue()
    {
        var spec = new ColumnSpec("a", ColumnType.Category) { Levels = ["1.0", "2"] };

        Assert.Equal(["1.0", "2", "(unseen)"], Texts(Admit(spec, new NumberColumn("a", [1, 2, 3])).Table["a"]));
    }

    [Fact]
    public void Admit_Boolean_MatchesTrueAndFalseInAnyLetterCase()
    {
        var spec = new ColumnSpec("a", ColumnType.Category) { Levels = ["False", "True"], IsBoolean = true };

        Assert.Equal(["True", "False", "True", "(unseen)"], Texts(Admit(spec, new TextColumn("a", ["true", "FALSE", "True", "yes"])).Table["a"]));
    }

    [Theory]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("2024-02-29T13:45", "2024-02-29T13:45:00")]
    [InlineData("2024-02-29 13:45:10.5", "2024-02-29T13:45:10.5")]
    [InlineData("2024-02-29T13:45:10Z", "2024-02-29T13:45:10")]
    [InlineData("2024-02-29T13:45:10+02:00", "2024-02-29T11:45:10")]
    public void Admit_TimeAsIsoText_IsRead(string text, string expected) =>
        Assert.Equal([expected], Texts(Admit(new("a", ColumnType.Time), new TextColumn("a", [text])).Table["a"]));

    [Fact]
    public void Admit_TimeByFormats_ReadsTextAndNumber()
    {
        var spec = new ColumnSpec("a", ColumnType.Time) { TimeFormats = ["dd/MM/yyyy", "yyyyMMdd"] };

        Assert.Equal(["2024-02-29", "2024-03-01"], Texts(Admit(spec, new TextColumn("a", ["29/02/2024", "20240301"])).Table["a"]));
        Assert.Equal(["2024-03-01"], Texts(Admit(spec, new NumberColumn("a", [20240301])).Table["a"]));
    }

    [Fact]
    public void Admit_TimeMarker_IsMissingHoweverTheTimeIsHeld()
    {
        var spec = new ColumnSpec("a", ColumnType.Time) { MissingMarkers = ["1900-01-01"] };
        long[] ticks = [new DateTime(1900, 1, 1).Ticks, new DateTime(2020, 1, 1).Ticks, TimeColumn.Missing];

        var times = Admission.Admit(new([new TimeColumn("a", ticks)]), new([spec]), needsTarget: false);
        var texts = Admission.Admit(new([new TextColumn("a", ["1900-01-01T00:00", "2020-01-01", null])]), new([spec]), needsTarget: false);

        Assert.All([times, texts], admitted =>
        {
            Assert.Equal([null, "2020-01-01", null], Enumerable.Range(0, 3).Select(admitted.Table["a"].Format));
            Assert.Equal(2, admitted.Counts[0].Missing);
        });
    }

    [Fact]
    public void Admit_TextOfOtherTypes_IsWhatAPersonWrites()
    {
        var spec = new ColumnSpec("a", ColumnType.Text);

        Assert.Equal(["1.5", null], Texts(Admit(spec, new NumberColumn("a", [1.5, double.NaN])).Table["a"]));
        Assert.Equal(["2024-01-02"], Texts(Admit(spec, new TimeColumn("a", [new DateTime(2024, 1, 2).Ticks])).Table["a"]));
        Assert.Equal(["b"], Texts(Admit(spec, CategoryColumn.FromTexts("a", ["b"])).Table["a"]));
    }

    [Fact]
    public void Admit_ManyFaults_SaysAllTogether()
    {
        var schema = new Schema([new("age", ColumnType.Number), new("plan", ColumnType.Category), new("since", ColumnType.Time), new("paid", ColumnType.Number)]);
        var raw = new Table([new TextColumn("Age", ["1", "2"]), new TextColumn("since", ["soon", "late"]), new TextColumn("paid", ["x", ""])]);

        var error = Assert.Throws<DataException>(() => Admission.Admit(raw, schema, needsTarget: false));

        Assert.Equal(
            """
            Column 'age' was not found, and the model needs it. Did you mean 'Age'?
            Column 'plan' was not found, and the model needs it.
            The rows have: 'Age', 'since', 'paid'. Add what is absent (empty where there is no value), or rename the columns that hold it (case matters).
            Column 'since': 2 of 2 values cannot be read as a point in time, first 'soon' in row 1. Write it like 2026-03-31 or 2026-03-31T14:30:00, or leave it empty where there is no value.
            Column 'paid', row 1: 'x' cannot be read as a number. Write it like 1234.5, or leave it empty where there is no value.
            """,
            error.Message);
    }

    [Fact]
    public void Admit_Roles_TakenAsNeeded()
    {
        var schema = new Schema([new("a", ColumnType.Number), new("y", ColumnType.Number, ColumnRole.Target), new("w", ColumnType.Number, ColumnRole.Weight), new("x", ColumnType.Text, ColumnRole.Ignore)]);
        var raw = new Table([new NumberColumn("w", [1]), new NumberColumn("y", [2]), new NumberColumn("a", [3]), new NumberColumn("extra", [4])]);

        Assert.Equal(["a", "y", "w"], Admission.Admit(raw, schema, needsTarget: true).Table.Names);
        Assert.Equal(["a", "w"], Admission.Admit(raw, schema, needsTarget: false).Table.Names);
        Assert.Equal(["a"], Admission.Admit(raw.Without(["w", "y"]), schema, needsTarget: false).Table.Names);
        Assert.Throws<DataException>(() => Admission.Admit(raw.Without(["w"]), schema, needsTarget: true));
    }

    [Fact]
    public void Admit_ManyBlocks_KeepsOrder()
    {
        var texts = Enumerable.Range(0, Blocks<int>.Size + 10).Select(row => row % 7 == 0 ? null : (row % 1000).ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        var table = Admit(new("a", ColumnType.Number), new TextColumn("a", texts)).Table;

        Assert.Equal(texts, Texts(table["a"]));
    }

    [Fact]
    public void Admit_NoRows_IsEmpty() => Assert.Equal(0, Admit(new("a", ColumnType.Category) { Levels = ["x"] }, new TextColumn("a", Array.Empty<string?>())).Table.RowCount);

    private static Admitted Admit(ColumnSpec spec, Column raw) => Admission.Admit(new([raw]), new([spec]), needsTarget: true);

    private static (int Missing, int Unseen, int Unreadable) Three(ColumnCounts counts) => (counts.Missing, counts.Unseen, counts.Unreadable);

    private static string?[] Texts(Column column) => [.. Enumerable.Range(0, column.RowCount).Select(column.Format)];

    [Theory]
    [InlineData("[\"a\", \"b\"]", ";", "a;b")]
    [InlineData(" [\"a\", 1, true] ", "|", "a|1|true")]
    [InlineData("[]", ",", "")]
    [InlineData("[a;b]", ";", "[a;b]")]
    [InlineData("[\"a\", null]", ";", "[\"a\", null]")]
    [InlineData("[\"a\", [\"b\"]]", ";", "[\"a\", [\"b\"]]")]
    [InlineData("[\"\\ud800\"]", ";", "[\"\\ud800\"]")]
    [InlineData("[", ";", "[")]
    [InlineData("a;b", ";", "a;b")]
    [InlineData("[\"a\", \"b\"]", "json", "[\"a\", \"b\"]")]
    public void List_GivenAsTheTextOfAnArray_IsWrittenAsTheColumnsLists(string cell, string separator, string expected)
    {
        var spec = new ColumnSpec("x", ColumnType.Text) { Kind = ColumnKind.List, ListSeparator = separator };

        var column = Admission.Admit(new([new TextColumn("x", [cell])]), new([spec]), needsTarget: false).Table.Columns[0];

        Assert.Equal(expected, ((TextColumn)column).Values.At(0));
    }

    [Fact]
    public void Text_ThatIsNoList_StaysAnArray() =>
        Assert.Equal("[1]", Admission.Admit(new([new TextColumn("x", ["[1]"])]), new([new("x", ColumnType.Text)]), needsTarget: false).Table.Columns[0].Format(0));
}
