using System.Globalization;
using System.Text;
using Modelwright.Samples.CustomerSegments;

namespace Modelwright.Acceptance.Tests.Samples;

public sealed class CustomerFileTests
{
    [Fact]
    public void Write_SeedOne_GivesTheCommittedBytes()
    {
        var committed = File.ReadAllBytes(Repository.Sample("customer-segments/customers.csv"));

        Assert.Equal(committed, Encoding.UTF8.GetBytes(Text(rows: 2_000, seed: 1)));
        Assert.InRange(committed.Length, 1, 300_000);
    }

    [Fact]
    public void Write_Truth_HasFiveSegmentsAndFewOddOnes()
    {
        var truths = Text(rows: 2_000, seed: 1).Split('\n')[1..^1].CountBy(line => line.Split(',')[^1]).ToDictionary();

        Assert.Equal(["bargain hunters", "businesses", "gone quiet", "loyal families", "new and young", "none"], truths.Keys.Order());
        Assert.All(truths.Where(pair => pair.Key != "none"), pair => Assert.InRange(pair.Value, 200, 640));
        Assert.InRange(truths["none"], 8, 40);
    }

    [Fact]
    public void Write_Dates_NobodyOrderedBeforeJoining() =>
        Assert.All(Text(rows: 500, seed: 2).Split('\n')[1..^1].Select(line => line.Split(',')).Where(cells => cells[^1] != "none"), cells => Assert.True(string.CompareOrdinal(cells[1], cells[2]) <= 0, string.Join(',', cells)));

    [Fact]
    public void Write_OtherSeed_GivesOtherCustomers() => Assert.NotEqual(Text(rows: 50, seed: 1), Text(rows: 50, seed: 2));

    private static string Text(int rows, int seed)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        CustomerFile.Write(writer, rows, seed);
        return writer.ToString();
    }
}
