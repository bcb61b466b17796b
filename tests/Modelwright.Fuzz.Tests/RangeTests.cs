using System.Text.Json.Nodes;
using Modelwright.Fuzz.Json;
using Modelwright.Fuzz.Ranges;

namespace Modelwright.Fuzz.Tests;

/// <summary>Ranges of cases cover each case once, are run once, and add up.</summary>
public sealed class RangeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modelwright-ranges-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 20_000)]
    [InlineData(19_999, 2)]
    [InlineData(5, 1_000_000)]
    public void Ranges_OfAnyCall_CoverEachCaseOnce(long first, long cases)
    {
        var ranges = RangeRun.Ranges(first, cases).ToArray();

        Assert.Equal(first, ranges[0].First);
        Assert.Equal(cases, ranges.Sum(range => range.Cases));
        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.Equal(pair.First.First + pair.First.Cases, pair.Second.First));
        Assert.All(ranges.Skip(1), range => Assert.Equal(0, range.First % RangeRun.RangeCases));
    }

    [Fact]
    public void Run_Again_TakesWhatIsOnFile()
    {
        var asked = new List<long>();
        var run = new RangeRun(new JsonTarget(), Options.Parse(["--cases", "50000", "--processes", "1"]), _folder);
        string Range(long first, long cases)
        {
            asked.Add(first);
            return Summary(cases, answers: cases / 2, slowest: first, peak: 100).ToJsonString();
        }

        Assert.Throws<AggregateException>(() => run.Run((first, cases) => first == 40_000 ? throw new InvalidOperationException("killed") : Range(first, cases)));
        Assert.Equal([0, 20_000], asked);

        var sum = run.Run(Range);

        Assert.Equal([0, 20_000, 40_000], asked);
        Assert.Equal(50_000, (double)sum["cases"]!);
        Assert.Empty(Directory.GetFiles(_folder, "*.part"));
    }

    [Fact]
    public void Sum_OfRanges_AddsAndKeepsTheWorst()
    {
        var sum = RangeSum.Of([Summary(10, 4, slowest: 3, peak: 700)[0]!.AsObject(), Summary(30, 5, slowest: 9, peak: 200)[0]!.AsObject()]);

        Assert.Equal(40, (double)sum["cases"]!);
        Assert.Equal(9, (double)sum["answers"]!);
        Assert.Equal(31, (double)sum["refusals"]!);
        Assert.Equal(9, (double)sum["slowest_milliseconds"]!);
        Assert.Equal(30, (double)sum["slowest_case"]!);
        Assert.Equal(700, (double)sum["peak_working_set_bytes"]!);
        Assert.Equal(9, (long)sum["shapes"]!["Answer: "]!);
        Assert.Equal(8, (long)sum["mean_input_bytes"]!);
    }

    private static JsonArray Summary(long cases, long answers, double slowest, long peak) =>
    [
        new JsonObject
        {
            ["target"] = "json", ["seed"] = 1, ["first"] = 0, ["cases"] = cases, ["answers"] = answers, ["refusals"] = cases - answers, ["failures"] = 0, ["seconds"] = 1.5, ["mean_input_bytes"] = 8,
            ["slowest_milliseconds"] = slowest, ["slowest_case"] = cases, ["most_allocated_bytes"] = 5, ["most_allocated_case"] = 6, ["peak_working_set_bytes"] = peak,
            ["shapes"] = new JsonObject { ["Answer: "] = answers, ["Refusal: x"] = cases - answers },
        },
    ];
}
