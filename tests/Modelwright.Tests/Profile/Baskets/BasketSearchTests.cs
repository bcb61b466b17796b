using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Profile;
using Modelwright.Profile.Baskets;
using Modelwright.Profile.Depth;

namespace Modelwright.Tests.Profile.Baskets;

public sealed class BasketSearchTests
{
    /// <summary>The nine transactions of Han, Kamber and Pei, "Data mining: concepts and techniques", 3rd edition, table 6.1.</summary>
    private static readonly string[] Textbook = ["I1;I2;I5", "I2;I4", "I2;I3", "I1;I2;I4", "I1;I3", "I2;I3", "I1;I3", "I1;I2;I3;I5", "I1;I2;I3"];

    /// <summary>Figure 6.2 there: the frequent sets with a least count of 2. Each transaction stands here five times, as the least count is 5.</summary>
    [Fact]
    public void Of_TextbookTransactions_HasTheFrequentSetsOfTheTextbook()
    {
        var found = Of([.. Enumerable.Repeat(Textbook, 5).SelectMany(rows => rows)]);

        Assert.Equal((45, 5, 5, 5), (found.Baskets, found.Items, found.LookedAt, found.LeastCount));
        Assert.Equal(
            ["I1 I2 I3:10", "I1 I2 I5:10", "I1 I2:20", "I1 I3:20", "I1 I5:10", "I2 I3:20", "I2 I4:10", "I2 I5:10"],
            found.Sets.Where(set => set.Count >= 10).Select(set => $"{string.Join(' ', set.Items.Order(StringComparer.Ordinal))}:{set.Count}").Order(StringComparer.Ordinal));
    }

    /// <summary>Reckoned by hand: bread in 40 of 100, butter in 50, both in 30.</summary>
    [Fact]
    public void Of_BreadAndButter_HasTheMeasuresOfTheRule()
    {
        var rule = Assert.Single(Of(Rows((30, "bread,butter"), (10, "bread,salt"), (20, "butter,salt"), (40, "tea")), ",").Rules, rule => rule.Then == "butter" && rule.If is ["bread"]);

        Assert.Equal(30, rule.Count);
        Assert.Equal([0.3, 0.75, 1.5, 0.1, 2.0], new[] { rule.Support, rule.Confidence, rule.Lift, rule.Leverage, rule.Conviction }, (wanted, got) => Math.Abs(wanted - got) < 1e-12);
        Assert.Equal(Tail(100, 50, 40, 30), rule.PValue, 1e-15);
    }

    /// <summary>Tan, Steinbach and Kumar, "Introduction to data mining", section 6.7: three of four who drink tea drink coffee, fewer than of all.</summary>
    [Fact]
    public void Of_TeaAndCoffee_IsNoRuleThoughThreeOfFourHaveBoth()
    {
        var found = Of(Rows((150, "tea;coffee"), (50, "tea"), (650, "coffee"), (150, "water")));

        Assert.Equal(new[] { 150 }, found.Sets.Select(set => set.Count));
        Assert.Empty(found.Rules);
    }

    [Fact]
    public void Of_RuleThatNeverFails_HasNoFiniteConviction()
    {
        var rule = Assert.Single(Of(Rows((30, "nut;bolt"), (70, "glue;tape"), (20, "glue"), (20, "bolt"))).Rules, rule => rule.Then == "bolt");

        Assert.Equal((1.0, double.PositiveInfinity), (rule.Confidence, rule.Conviction));
    }

    /// <summary>What is in all baskets alike adds nothing to the rule between two others.</summary>
    [Fact]
    public void Of_ItemWithoutAPart_MakesNoLargerRule()
    {
        var random = new Random(4);
        var found = Of([.. Enumerable.Range(0, 800).Select(_ => string.Join(';', Items(random, ("salt", 0.5), ("b", 0.1)).Concat(random.NextDouble() < 0.4 ? ["a", "b"] : [])))]);

        var rule = Assert.Single(found.Rules);
        Assert.Equal(["a", "b"], rule.If.Append(rule.Then).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_ItemsWithoutAConnection_HasRulesInAtMostOneTableOfTwenty()
    {
        var tables = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            (string, double)[] shelf = [.. Enumerable.Range(0, 20).Select(item => ($"item {item}", 0.05 + (0.03 * item)))];
            tables += Of([.. Enumerable.Range(0, 300).Select(_ => string.Join(';', Items(random, shelf)))]).Rules.Count > 0 ? 1 : 0;
        }

        // Of 60 tables 3 are expected at most; more than 8 come once in a hundred times.
        Assert.InRange(tables, 0, 8);
    }

    /// <summary>Every set is counted, and every rule judged, by looking at each basket.</summary>
    [Fact]
    public void Of_SmallTables_AreAsCountedOneByOne() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[3, 7], Gen.Int[10, 60]).Sample((seed, items, rows) =>
        {
            var random = new Random(seed);
            string[][] baskets = [.. Enumerable.Range(0, rows).Select(_ => Connected(random, items))];
            var found = Of([.. baskets.Select(basket => string.Join(';', basket))]);
            string[] shelf = [.. baskets.SelectMany(basket => basket).Distinct().Where(item => Count(baskets, item) >= 5).Order(StringComparer.Ordinal)];
            string[] expected = [.. Subsets(shelf).Where(set => set.Length is >= 2 and <= 4 && Count(baskets, set) >= 5).Select(set => $"{string.Join(' ', set)}:{Count(baskets, set)}").Order(StringComparer.Ordinal)];
            Assert.Equal(expected, found.Sets.Select(set => $"{string.Join(' ', set.Items.Order(StringComparer.Ordinal))}:{set.Count}").Order(StringComparer.Ordinal));
            foreach (var rule in found.Rules)
            {
                string[] all = [.. rule.If, rule.Then];
                Assert.Equal(Count(baskets, all), rule.Count);
                Assert.Equal(Count(baskets, all) / (double)Count(baskets, [.. rule.If]), rule.Confidence, 1e-12);
                Assert.True(rule.Lift > 1);
                var chance = rule.If.Max(left => Tail(Count(baskets, [.. rule.If.Except([left])]), Count(baskets, [.. all.Except([left])]), Count(baskets, [.. rule.If]), rule.Count));
                Assert.Equal(chance, rule.PValue, 1e-9 * chance);
            }
        }, iter: 150);

    [Fact]
    public void Of_RowsInAnotherOrder_FindsTheSame()
    {
        var random = new Random(8);
        string[] rows = [.. Enumerable.Range(0, 400).Select(_ => string.Join(';', Connected(random, 8)))];
        var (one, other) = (Of(rows), Of([.. rows.Reverse()]));

        Assert.NotEmpty(one.Rules);
        Assert.Equal(one.Rules.Select(Said), other.Rules.Select(Said));
        Assert.Equal(one.Sets.Select(set => (string.Join(';', set.Items), set.Count)), other.Sets.Select(set => (string.Join(';', set.Items), set.Count)));
    }

    [Fact]
    public void Of_BasketsFullOfEverything_KeepsTheMostFrequentSetsAndNoMore()
    {
        var random = new Random(9);
        (string, double)[] shelf = [.. Enumerable.Range(0, 60).Select(item => ($"i{item:00}", 0.7))];
        string[][] baskets = [.. Enumerable.Range(0, 400).Select(_ => Items(random, shelf).ToArray())];
        var found = Of([.. baskets.Select(basket => string.Join(';', basket))]);

        Assert.InRange(found.Sets.Count, 1, 3_000);
        Assert.Equal(found.LeastCount, Math.Max(found.LeastCount, 6));
        Assert.All(found.Sets, set => Assert.True(set.Count >= found.LeastCount && set.Count == Count(baskets, [.. set.Items])));

        // All 34,220 sets of three, by one look: none that reaches the least count is left out.
        var threes = 0;
        for (var first = 0; first < 60; first++)
        {
            for (var second = first + 1; second < 60; second++)
            {
                threes += Count(baskets, $"i{first:00}", $"i{second:00}") >= found.LeastCount ? 1 : 0;
            }
        }

        Assert.Equal(threes, found.Sets.Count(set => set.Items.Count == 2));
    }

    [Fact]
    public void Of_HundredThousandDifferentItems_LooksAtTheFrequentOnes()
    {
        string[] rows = [.. Enumerable.Range(0, 20_000).Select(row => string.Join(';', Enumerable.Range(0, 5).Select(item => $"once {(row * 5) + item}").Concat(row % 10 == 0 ? ["milk", "bread"] : [])))];
        var found = Of(rows);

        Assert.Equal((20_000, 100_002, 2), (found.Baskets, found.Items, found.LookedAt));
        Assert.Equal(2_000, Assert.Single(found.Sets).Count);
        Assert.Single(found.Rules);
    }

    [Fact]
    public void Of_OneHugeBasket_IsOneBasket()
    {
        var huge = string.Join(';', Enumerable.Range(0, 50_000).Select(item => $"i{item % 25_000}"));
        var found = Of([huge, .. Rows((30, "a;b"), (30, "c;d"))]);

        Assert.Equal((61, 25_004, 4), (found.Baskets, found.Items, found.LookedAt));
        Assert.Equal(2, found.Rules.Count);
    }

    [Fact]
    public void Of_EmptyCells_AreBasketsAndMissingOnesAreNot()
    {
        var column = new TextColumn("basket", [";;", " ; ", null, .. Rows((20, "a; a ;b"), (10, "c"))]);
        var found = BasketSearch.Of(column, ";", TestContext.Current.CancellationToken);

        Assert.Equal((32, 3), (found.Baskets, found.Items));
        Assert.Equal(20, Assert.Single(found.Sets).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Of_FewRows_FindsNothing(int rows) => Assert.Empty(Of(Rows((rows, "a;b"))).Sets);

    [Fact]
    public void Of_JsonArrays_AreRead() => Assert.Equal(20, Assert.Single(Of(Rows((20, """["a", "b"]"""), (10, "[1"), (10, "[]")), "json").Sets).Count);

    [Fact]
    public void Of_MoreRowsThanAreLookedAt_TakesEverySecond() => Assert.Equal(50_001, Of([.. Enumerable.Repeat("a;b", 100_001)]).Baskets);

    [Fact]
    public void Of_OddSeparator_SaysWhatItMayBe() => Assert.Equal(
        "Separator of step 'lists' must be one character or 'json'. Got '--'. Change it, or leave it out for a comma.",
        Assert.Throws<OptionsException>(() => Of(["a--b"], "--")).Message);

    [Fact]
    public void Of_Cancelled_Ends() => Assert.Throws<OperationCanceledException>(() => BasketSearch.Of(new TextColumn("basket", ["a;b"]), ";", new CancellationToken(canceled: true)));

    [Fact]
    public void Inspect_ColumnOfBaskets_IsANoteWithItsRules()
    {
        var random = new Random(2);
        string[] others = ["tea", "salt", "rice", "soap", "oil", "nuts"];
        string?[] cells = [.. Enumerable.Range(0, 600).Select(row => string.Join(";", (row % 3 == 0 ? new[] { "milk", "bread" } : []).Concat(others.Where(_ => random.NextDouble() < 0.4)).DefaultIfEmpty("soap")))];
        var table = new Table([new TextColumn("basket", cells), new NumberColumn("number", [.. Enumerable.Range(0, 600).Select(row => row % 17 * 1.5)])]);
        var profile = Profiler.Inspect(table, cancellation: TestContext.Current.CancellationToken);

        var depth = DepthProfiler.Inspect(table, profile, TestContext.Current.CancellationToken);

        Assert.Equal("basket", Assert.Single(depth.Baskets).Column);
        var finding = Assert.Single(depth.Findings, finding => finding.Kind == "baskets");
        Assert.Equal(
            "In the 600 lists of 'basket' 1 set of items stands together more often than chance allows: 'milk' with 'bread' in 100 % of cases, 3 times as often as in all (200 lists).",
            finding.Text);
        Assert.Equal((FindingSeverity.Note, "This is worth knowing for offers and shelves; a model gets a column for each frequent item by itself."), (finding.Severity, finding.Remedy));
        Assert.Equal((600, 1, 3.0), (finding.Measured!["baskets"], finding.Measured["sets"], Math.Round(finding.Measured["lift"], 9)));
    }

    private static BasketProfile Of(string?[] rows, string separator = ";") => BasketSearch.Of(new TextColumn("basket", rows), separator, TestContext.Current.CancellationToken);

    private static string?[] Rows(params (int Count, string Cell)[] cells) => [.. cells.SelectMany(cell => Enumerable.Repeat(cell.Cell, cell.Count))];

    private static IEnumerable<string> Items(Random random, params (string Name, double Share)[] shelf)
    {
        foreach (var (name, share) in shelf)
        {
            if (random.NextDouble() < share)
            {
                yield return name;
            }
        }
    }

    /// <summary>Items of which each of odd number goes with the one before it.</summary>
    private static string[] Connected(Random random, int items)
    {
        var held = new List<string>();
        for (var item = 0; item < items; item++)
        {
            var isThere = random.NextDouble() < (item % 2 == 1 && held.Contains($"i{item - 1}") ? 0.9 : 0.35);
            held.AddRange(isThere ? [$"i{item}"] : []);
        }

        return [.. held];
    }

    private static int Count(string[][] baskets, params string[] items) => baskets.Count(basket => items.All(basket.Contains));

    private static IEnumerable<string[]> Subsets(string[] items) =>
        Enumerable.Range(1, (1 << items.Length) - 1).Select(mask => items.Where((_, place) => (mask & (1 << place)) != 0).ToArray());

    private static string Said(BasketRule rule) => $"{string.Join(';', rule.If)}>{rule.Then}:{rule.Count}:{rule.PValue:R}";

    /// <summary>Fisher's exact test by its definition, with binomials as products.</summary>
    private static double Tail(int all, int marked, int drawn, int both) =>
        Enumerable.Range(both, Math.Min(marked, drawn) - both + 1).Sum(count => Choose(marked, count) * Choose(all - marked, drawn - count) / Choose(all, drawn));

    private static double Choose(int from, int count)
    {
        if (count < 0 || count > from)
        {
            return 0;
        }

        var ways = 1.0;
        for (var factor = 1; factor <= count; factor++)
        {
            ways *= (from - count + factor) / (double)factor;
        }

        return ways;
    }
}
