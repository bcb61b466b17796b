using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Packaging.Records;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Categories.Spelling;
using Modelwright.Runtime.Steps.Texts.Projecting;

namespace Modelwright.Runtime.Tests.Steps;

/// <summary>
/// Steps of levels and texts by how common they are and how they are spelled. Origin of the projected values: scikit-learn 1.2.1
/// (TruncatedSVD by ARPACK on TfidfVectorizer with sublinear counts and word pairs).
/// </summary>
public sealed class SpellingStepTests
{
    private static double[] Values(Table rows, string name)
    {
        var values = new double[rows.RowCount];
        ((NumberColumn)rows[name]).Values.CopyTo(values);
        return values;
    }

    private static Table Categories(params string?[] values) => new([CategoryColumn.FromTexts("c", values)]);

    private static double Alike(Table rows, int one, int other) =>
        rows.Columns.Sum(column => ((NumberColumn)column).Values.At(one) * ((NumberColumn)column).Values.At(other));

    [Fact]
    public void Frequency_SharesAndCounts_MissingIsALevelAndUnseenIsNought()
    {
        var rows = Categories("a", "a", "b", null);
        var others = Categories("a", "b", "new", null);

        Assert.Equal([0.5, 0.25, 0, 0.25], Values(new Frequency().Fit(new(rows)).Step.Apply(others), "c:share"));
        Assert.Equal([2, 1, 0, 1], Values(new Frequency { Counts = true }.Fit(new(rows)).Step.Apply(others), "c:count"));
        Assert.Equal([0.4, 0.6, 0, 0], Values(new Frequency().Fit(new(rows) { Weights = [1, 1, 3, 0] }).Step.Apply(others), "c:share"));
    }

    [Fact]
    public void Hashing_Level_OneColumnAsTheHashSays()
    {
        var made = new Hashing { Width = 8 }.Fit(new(Categories("Rome", null, "never seen"))).Training;
        var hash = StableHash.Of("Rome");

        Assert.Equal(hash >> 63 == 0 ? 1 : -1, Values(made, $"c:hash{hash % 8}")[0]);
        Assert.Equal([1, 0, 1], Enumerable.Range(0, 3).Select(row => made.Columns.Sum(column => Math.Abs(((NumberColumn)column).Values.At(row)))));
    }

    [Fact]
    public void Hashing_Words_LengthOne()
    {
        var made = new Hashing { Width = 16 }.Fit(new(new Table([new TextColumn("t", ["one two three two", "", null])]))).Training;

        Assert.Equal([1, 0, 0], Enumerable.Range(0, 3).Select(row => Math.Round(Alike(made, row, row), 12)));
    }

    [Fact]
    public void StableHash_KnownTexts_NeverChanges()
    {
        // Packages hold what these gave: a change here breaks every package with the step 'hashing' or 'ngrams'.
        // The values were worked out apart, in Python, by the published constants.
        Assert.Equal([0xC3817C016BA4FF30UL, 0x1DEECA6B073B3F86UL, 0xC9111615EC8C0AC0UL], new[] { "", "Rome", "İzmir" }.Select(text => StableHash.Of(text)));
    }

    [Fact]
    public void Ngrams_Weights_LikeSpellingsAreAlike()
    {
        var rows = Categories("software engineer", "Sr. Software  Engineer", "police officer", "Police Officer II", null, "zzz");

        var made = new Ngrams { Width = 60 }.Fit(new(rows)).Training;

        Assert.True(Alike(made, 0, 1) > 0.5 && Alike(made, 2, 3) > 0.5 && Alike(made, 0, 2) < 0.3);
        Assert.Equal(0, Alike(made, 4, 4));
        Assert.All(made.Names, name => Assert.StartsWith("c:~", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Ngrams_Weights_AsWorkedByHand()
    {
        // Runs of two of " ab " are " a", "ab", "b "; of " ac " they are " a", "ac", "c ". " a" stands in all rows and is not chosen.
        var made = new Ngrams { Size = 2 }.Fit(new(Categories("ab", "ac"))).Training;

        Assert.Equal(["c:~ab", "c:~ac", "c:~b ", "c:~c "], made.Names);
        Assert.Equal([Math.Sqrt(0.5), 0], Values(made, "c:~ab").Select(value => Math.Round(value, 15)), (one, other) => Math.Abs(one - other) < 1e-14);
    }

    [Fact]
    public void Ngrams_MinHash_EqualsShareOfCommonRuns()
    {
        // The share of equal least hashes estimates the share of common runs (Broder 1997): 0.5 for 8 of 16, here within 0.1.
        var made = new Ngrams { Method = NgramMethod.MinHash, Size = 2, Width = 400 }.Fit(new(Categories("abcdefghijkl", "abcdefghiXYZ", null))).Training;

        var same = made.Columns.Count(column => ((NumberColumn)column).Values.At(0) == ((NumberColumn)column).Values.At(1)) / 400.0;
        Assert.InRange(same, 9 / 17.0 - 0.1, 9 / 17.0 + 0.1);
        Assert.True(made.Columns.All(column => column.IsMissing(2)));
    }

    [Fact]
    public void Projection_FourTexts_AsReference()
    {
        const double Tolerance = 1e-9;
        string[] texts = ["The cat sat on the mat", "The dog sat on the log; the dog barked", "Cats and dogs", " the CAT and the dog and the cat"];

        var made = new Projection { Width = 2, MinDocuments = 1 }.Fit(new(new Table([new TextColumn("t", texts)])) { Seed = 3 }).Training;

        double[] first = [0.7726125139395896, 0.7317906709451951, 0.14329385933120461, 0.7286099591303306];
        double[] second = [-0.1780761455058461, -0.20895989631081674, 0.9538464075285896, 0.2111121681804843];
        Assert.All(Enumerable.Range(0, 4), row => Assert.Equal(first[row], Values(made, "t:theme0")[row], Tolerance));
        Assert.All(Enumerable.Range(0, 4), row => Assert.Equal(second[row], Values(made, "t:theme1")[row], Tolerance));
    }

    [Fact]
    public void Projection_FewerDirectionsThanAsked_FewerColumns()
    {
        var made = new Projection { MinDocuments = 1 }.Fit(new(new Table([new TextColumn("t", ["red wine", "red wine", "blue sea", null])]))).Training;

        Assert.Equal(["t:theme0", "t:theme1"], made.Names);
    }

    [Fact]
    public void Projection_LyingNumberOfAxes_Refused()
    {
        var fitted = new Projection { Width = 2, MinDocuments = 1 }.Fit(new(new Table([new TextColumn("t", ["red wine", "blue sea", "red sea"])]))).Step;
        var writer = new RecordWriter();
        BuiltInSteps.Catalog.Write(new MoreOutputs(writer), fitted);

        var error = Assert.Throws<ArtifactException>(() => BuiltInSteps.Catalog.Read(new RecordReader(writer.ToArray(), "step")));

        Assert.Equal("Step 'projection' holds 14 numbers to project column 't', and needs 21 finite ones for at most 256 columns. Make the file again.", error.Message);
    }

    /// <summary>Writes one output more than there are.</summary>
    private sealed class MoreOutputs(IArtifactWriter inner) : IArtifactWriter
    {
        public void Text(string name, string? value) => inner.Text(name, value);

        public void Number(string name, double value) => inner.Number(name, value);

        public void Integer(string name, long value) => inner.Integer(name, value);

        public void Flag(string name, bool value) => inner.Flag(name, value);

        public void Texts(string name, IReadOnlyList<string> values) => inner.Texts(name, name == "outputs" ? [.. values, "one more"] : values);

        public void Numbers(string name, ReadOnlySpan<double> values) => inner.Numbers(name, values);

        public void Integers(string name, ReadOnlySpan<int> values) => inner.Integers(name, values);

        public void Bytes(string name, ReadOnlySpan<byte> values) => inner.Bytes(name, values);

        public IArtifactWriter Part(string name) => new MoreOutputs(inner.Part(name));
    }
}
