using Modelwright.Profile.Baskets;
using Modelwright.Reports.Content;
using Modelwright.Reports.Profiles;

namespace Modelwright.Tests.Reports;

public sealed class BasketSectionTests
{
    private static readonly BasketProfile Found = new(
        "basket",
        200,
        12,
        8,
        5,
        [new(["milk", "bread"], 60), new(["milk", "tea"], 20)],
        [new(["milk"], "bread", 60, 0.3, 0.75, 1.5, 0.1, 2, 1e-9)]);

    [Fact]
    public void Of_Rules_AreATableAndTheSetsADetail()
    {
        var blocks = BasketSection.Of([Found]).ToArray();

        var rules = Assert.IsType<Grid>(blocks[0]);
        Assert.Equal(["milk", "bread", "75", "1.50", "60", "20"], Assert.Single(rules.Rows));
        Assert.Equal(
            "1 rule among 200 lists of 12 different items, those first that stand in the most lists beyond what chance gives. The probability that any of them is there by chance alone is at most 5 % (exact tests, corrected for all rules that could be made).",
            rules.Note);
        var sets = Assert.IsType<Grid>(blocks[1]);
        Assert.True(sets.IsDetail);
        Assert.Equal([["milk, bread", "60", "30"], ["milk, tea", "20", "10"]], sets.Rows);
        Assert.Equal("Of 2 sets of 2 to 4 items in at least 5 lists. Frequent items stand together often by chance too.", sets.Note);
    }

    [Fact]
    public void Of_NoRule_SaysSo() => Assert.Equal(
        "In the lists of 'basket' no items stand together more often than chance allows.",
        Assert.IsType<Prose>(Assert.Single(BasketSection.Of([Found with { Rules = [], Sets = [] }]))).Text);

    [Fact]
    public void Of_NoLists_IsNothing() => Assert.Empty(BasketSection.Of([]));
}
