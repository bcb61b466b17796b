using Modelwright.Fuzz.Packages;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Steps;

namespace Modelwright.Fuzz.Tests;

/// <summary>The short form of bench/Modelwright.Fuzz: a few thousand cases through every door, and those that were kept.</summary>
/// <remarks>What a case allocates is counted over the whole process, so no other tests run beside these.</remarks>
[Collection("one after another")]
public sealed class FuzzTests
{
    private const int Seed = 20;
    private static readonly IReadOnlyList<IFuzzTarget> Doors = Fuzz.Targets.All();

    public static TheoryData<string> Names => [.. Doors.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Door_HostileBytes_AnswersRightOrRefusesClearly(string name)
    {
        var summary = new FuzzRun(Door(name), Seed).Run(first: 0, count: 2000);

        Assert.Empty(summary.FailureShapes);
        Assert.InRange(summary.Answers, 200, 2000);
        Assert.InRange(summary.Refusals, 200, 2000);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Packages_TwentyThousandHostileOnes_AnswerRightOrRefuseClearly()
    {
        var summary = new FuzzRun(Door("packages"), Seed).Run(first: 2000, count: 20_000);

        Assert.Empty(summary.FailureShapes);
        Assert.InRange(summary.Answers, 2000, 20_000);
        Assert.InRange(summary.Refusals, 2000, 20_000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Door_CaseOfASeed_IsTheSameEveryTime(string name)
    {
        var run = new FuzzRun(Door(name), seed: 5);

        Assert.Equal(Door(name).Make(run.RandomOf(123)), Door(name).Make(run.RandomOf(123)));
        Assert.NotEqual(Door(name).Make(run.RandomOf(123)), Door(name).Make(run.RandomOf(124)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Door_KeptCases_AreStillJudgedWell(string name)
    {
        string[] files = [.. Corpus.Files(Path.Combine(Repository(), "bench", "Modelwright.Fuzz", "Corpus"), Door(name))];

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.NotEqual(Outcome.Failure, Door(name).Judge(File.ReadAllBytes(file)).Outcome));
    }

    [Fact]
    public void Corpus_OfAllDoors_IsSmall() =>
        Assert.InRange(Directory.EnumerateFiles(Path.Combine(Repository(), "bench", "Modelwright.Fuzz", "Corpus"), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, 1_000_000);

    [Fact]
    public void SeedPackages_HoldEveryFormAndStep()
    {
        var texts = SeedPackages.All().SelectMany(bytes => Container.Parse(bytes).All())
            .Where(pair => pair.Entry.Kind == 1 && pair.Entry.Value.Length > 4)
            .Select(pair => System.Text.Encoding.UTF8.GetString(pair.Entry.Value.AsSpan(4)))
            .ToHashSet(StringComparer.Ordinal);

        // One that is absent is not sent through the door: give it a place in SeedPackages.
        Assert.Empty(BuiltInForms.All.Select(form => form.Name).Except(texts));
        Assert.Empty(BuiltInSteps.All.Select(step => step.Name).Except(texts));
    }

    [Fact]
    public void SeedPackages_TakenApartAndPutTogether_AreTheSameBytes() =>
        Assert.All(SeedPackages.All(), bytes => Assert.Equal(bytes, Container.Parse(bytes).ToArray()));

    [Fact]
    public void Shapes_OfOneStory_AreOne()
    {
        var one = new Verdict(Outcome.Refusal, "/tmp/a-1/rows.csv, line 3: column 'a' holds -1.5. Mend it.");
        var other = new Verdict(Outcome.Refusal, "/tmp/b/rows.csv, line 12: column 'it is' holds 7. Mend it.");

        Assert.Equal("FILE, line #: column '…' holds # Mend it.", one.Shape);
        Assert.Equal(one.Shape, other.Shape);
    }

    [Theory]
    [InlineData("The file is damaged.", false)]
    [InlineData("Column 'fetch' was not found.", false)]
    [InlineData("The file is damaged or was not made by this program; fetch it again from where it was made.", true)]
    [InlineData("Column 'a' was not found. Check the spelling.", true)]
    public void Remedy_InAText_IsFound(string text, bool expected) => Assert.Equal(expected, Remedy.IsNamed(text));

    private static IFuzzTarget Door(string name) => Doors.Single(target => target.Name == name);

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Modelwright.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Modelwright.slnx was not found above the tests. Run them from a clone.");
        }

        return folder;
    }
}
