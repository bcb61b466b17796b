using Modelwright.Core.Data;
using Modelwright.Profile;

namespace Modelwright.Tests.Profile.Meanings;

/// <summary>Levels that mean the same.</summary>
public class SameWordTests
{
    [Theory]
    [InlineData("city", "Berlin | berlin | Bonn | BERLIN | Bonn", "holds 1 value in several spellings: 'BERLIN' (1), 'Berlin' (1), 'berlin' (1). Write each in one way; until then every spelling is a level of its own.")]
    [InlineData("job", "full-time | Full Time | part time | part_time  | full-time", "holds 2 values in several spellings: 'full-time' (2), 'Full Time' (1); 'part time' (1), 'part_time ' (1). Write each in one way; until then every spelling is a level of its own.")]
    [InlineData("ok", "yes | no | Y | N | ja | nein | YES | yes", "holds two answers in 7 words: 'yes' (2), 'Y' (1), 'YES' (1), 'ja' (1); 'N' (1), 'nein' (1), 'no' (1). Write them in two words; until then each word is a level of its own.")]
    [InlineData("active", "TRUE | False | true | FALSE", "holds two answers in 4 words: 'TRUE' (1), 'true' (1); 'FALSE' (1), 'False' (1). Write them in two words; until then each word is a level of its own.")]
    [InlineData("phone", "(555) 123-4567 | 555-123-4567 | 5551234567 | 555-123-9999", "holds 1 value in several spellings: '(555) 123-4567' (1), '555-123-4567' (1), '5551234567' (1). Write each in one way; until then every spelling is a level of its own.")]
    [InlineData("plz", "01067 | 1067 | 10115 | 01067", "holds 1 value in several spellings: '01067' (2), '1067' (1). Write each in one way; until then every spelling is a level of its own.")]
    [InlineData("postcode", "SW1A 1AA | SW1A1AA | W1A 0AX", "holds 1 value in several spellings: 'SW1A 1AA' (1), 'SW1A1AA' (1). Write each in one way; until then every spelling is a level of its own.")]
    public void Levels_ThatMeanTheSame_AreShown(string name, string texts, string expected) =>
        Assert.Equal($"Warning: '{name}' {expected}", Texts.Finding(Texts.Inspect(name, Texts.Parted(texts)), "same_levels"));

    [Theory]
    [InlineData("city", "Berlin | Bonn | Berlin | Köln")]
    [InlineData("ok", "yes | no | yes")]
    [InlineData("ok", "yes | no | unknown")]
    [InlineData("ok", "yes | ja | oui")]
    [InlineData("size", "S | M | L | XL")]
    [InlineData("release", "1.0.1 | 1.01 | 10.1")]
    [InlineData("phone", "555-123-4567 | 555-123-9999")]
    [InlineData("plz", "01067 | 10670 | 10115")]
    public void Levels_ThatDiffer_AreLeftAlone(string name, string texts) =>
        Assert.DoesNotContain(Texts.Inspect(name, Texts.Parted(texts)).Findings, finding => finding.Kind == "same_levels");

    [Fact]
    public void Phones_OfWhichOneComesInTwoSpellings_NameNoRow()
    {
        string?[] phones = [.. Enumerable.Range(0, 40).Select(row => row == 0 ? "(555) 123-0001" : $"555-123-{row:0000}")];

        Assert.Equal(ColumnRole.Feature, Texts.Inspect("phone", phones).Columns[0].Spec.Role);
        Assert.Equal(ColumnRole.Id, Texts.Inspect("phone", [.. phones.Skip(1)]).Columns[0].Spec.Role);
    }

    [Fact]
    public void Target_HasTheFindingsOfItsReadingToo()
    {
        string?[] answers = [.. Enumerable.Range(0, 60).Select(row => row % 3 == 0 ? "yes" : row % 3 == 1 ? "no" : "Yes")];
        string?[] prices = [.. Enumerable.Range(0, 60).Select(row => row % 2 == 0 ? $"${row}" : $"€{row}.50")];
        var table = new Table([new TextColumn("churned", answers), new TextColumn("price", prices)]);

        var classes = Profiler.Inspect(table, new() { Target = "churned" }, TestContext.Current.CancellationToken);
        var numbers = Profiler.Inspect(table, new() { Target = "price" }, TestContext.Current.CancellationToken);

        Assert.StartsWith("Warning: 'churned' holds two answers in 3 words: 'Yes' (20), 'yes' (20); 'no' (20).", Texts.Finding(classes, "same_levels"), StringComparison.Ordinal);
        Assert.StartsWith("Warning: 'price' holds amounts in 2 currencies: $, €; they are read as if they were one.", Texts.Finding(numbers, "mixed_units"), StringComparison.Ordinal);
    }
}
