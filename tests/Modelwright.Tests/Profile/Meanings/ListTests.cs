using System.Diagnostics;
using Modelwright.Core.Data;
using Modelwright.Profile;

namespace Modelwright.Tests.Profile.Meanings;

public class ListTests
{
    private static readonly string[] Colours = ["red", "green", "blue", "white", "black"];

    [Theory]
    [InlineData(";", ";")]
    [InlineData("|", "|")]
    [InlineData(", ", ",")]
    public void Items_PartedAlways_AreAList(string between, string separator)
    {
        string?[] texts = [.. Enumerable.Range(0, 60).Select(row => string.Join(between, Some(row)))];

        var column = Texts.Of(texts);

        Assert.Equal((ColumnMeaning.List, ColumnKind.List, ColumnType.Text, separator), (column.Meaning, column.Spec.Kind, column.Spec.Type, column.Spec.ListSeparator));
        Assert.Equal($"lists parted by '{separator}': 5 different items, 1 to 4 a cell", column.Reason);
    }

    [Fact]
    public void JsonArrays_AreAList()
    {
        string?[] texts = [.. Enumerable.Range(0, 60).Select(row => $"[{string.Join(", ", Some(row).Select(item => $"\"{item}\""))}]"), "oops"];

        var column = Texts.Of(texts);

        Assert.Equal((ColumnMeaning.List, "json"), (column.Meaning, column.Spec.ListSeparator));
        Assert.Equal("JSON arrays: 5 different items, 1 to 4 a cell", column.Reason);
        Assert.Equal([new("oops", 1, 60)], column.Evidence.Disagreeing);
    }

    [Fact]
    public void TownsAndCountries_AreNoList()
    {
        string[] places = ["Austin, TX, USA", "Boston, MA, USA", "Paris, France", "Lyon, France", "Berlin, Germany", "Bonn, Germany"];

        Assert.Equal(ColumnKind.Plain, Texts.Of([.. Enumerable.Range(0, 120).Select(row => places[row % 6])]).Spec.Kind);
    }

    [Theory]
    [InlineData("Smith, John {0}")]
    [InlineData("order {0}; paid")]
    [InlineData("[{0}")]
    [InlineData("[[1], [{0}]]")]
    [InlineData("see note; see the page and then the very long remark number {0} of many")]
    public void Texts_ThatOnlyHoldSeparators_AreLeftAlone(string form) =>
        Assert.Equal(ColumnKind.Plain, Texts.Of([.. Enumerable.Range(0, 60).Select(row => form.Replace("{0}", $"{row % 30}", StringComparison.Ordinal))]).Spec.Kind);

    [Theory]
    [InlineData(";")]
    [InlineData("1.")]
    [InlineData("[")]
    [InlineData("$")]
    [InlineData("( ")]
    [InlineData("1/")]
    public void HostileTexts_TakeLittleTime(string piece)
    {
        string?[] texts = [.. Enumerable.Range(0, 3_000).Select(row => string.Concat(Enumerable.Repeat(piece, 2_000)) + row)];
        var start = Stopwatch.GetTimestamp();

        Texts.Of(texts);

        // Quadratic work over these 12 MB would take minutes.
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20));
    }

    private static IEnumerable<string> Some(int row) => Enumerable.Range(0, (row % 4) + 1).Select(place => Colours[((row / 4) + (place * 2)) % Colours.Length]);
}
