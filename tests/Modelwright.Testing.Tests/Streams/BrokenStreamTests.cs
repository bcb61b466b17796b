using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Streams;
using Modelwright.Testing.Streams;

namespace Modelwright.Testing.Tests.Streams;

/// <summary>A form of streams that breaks one promise fails the check of that promise.</summary>
public sealed class BrokenStreamTests
{
    [Theory]
    [InlineData("infinite", "Read_Scores_AreFiniteAndNotBelowNothing State_TruncatedOrFlipped_IsRefusedOrScores")]
    [InlineData("forgetful", "Read_InPieces_SameBitsAsAtOnce")]
    [InlineData("shared", "Read_InPieces_SameBitsAsAtOnce Read_SeriesSideBySide_DoNotTouch Read_FromManyThreads_SameBits SaveLoadSave_SameBytesAndScores")]
    [InlineData("growing", "State_LongerSeries_IsNoLarger")]
    [InlineData("unchecked", "State_TruncatedOrFlipped_IsRefusedOrScores")]
    public void Checks_BrokenPromise_FailThatCheckAlone(string broken, string expected) => Suite.Fails("Stream form", Checks(broken), expected);

    [Fact]
    public void Checks_SoundForm_Hold() => Suite.Holds(Checks("nothing"));

    private static IEnumerable<ContractCheck> Checks(string broken)
    {
        var form = new MeanForm(broken);
        var catalog = new FormCatalog(new FormReader("mean", 1, (reader, _) => reader.Integer("mean") == 1 ? form : throw new ArtifactException("Not a mean.")));
        return StreamSuite.Checks(new(form, [.. Enumerable.Range(0, 120).Select(row => (long)row)], [.. Enumerable.Range(0, 120).Select(row => (row * 7 % 11) + 0.5)]), catalog);
    }

    /// <summary>The distance from the mean so far; but for one promise.</summary>
    private sealed class MeanForm(string broken) : IForm, IScoresStreams
    {
        private double _shared;

        public FormInfo Info { get; } = new("mean", 1, [new("value", ColumnType.Number, [])]);

        public void Write(IArtifactWriter writer) => writer.Integer("mean", 1);

        public IStreamState Start() => new MeanState(broken, 0, 0);

        public IStreamState Resume(IArtifactReader reader)
        {
            var (sum, readings) = (reader.Number("sum"), reader.Integer("readings"));
            return broken == "unchecked" || (Math.Abs(sum) < 1e100 && readings is >= 0 and < 1 << 20)
                ? new MeanState(broken, broken == "forgetful" ? 0 : sum, readings)
                : throw new ArtifactException("Not a state of a mean.");
        }

        public StreamScore Read(IStreamState state, long time, ReadOnlySpan<double> values)
        {
            var known = (MeanState)state;
            _shared += values[0];
            var mean = known.Readings == 0 ? values[0] : (broken == "shared" ? _shared : known.Sum) / known.Readings;
            known.Add(values[0]);
            return new(broken == "infinite" ? double.PositiveInfinity : Math.Abs(values[0] - mean), 0, mean);
        }
    }

    private sealed class MeanState(string broken, double sum, long readings) : IStreamState
    {
        public double Sum { get; private set; } = sum;

        public long Readings { get; private set; } = readings;

        public void Add(double value) => (Sum, Readings) = (Sum + value, Readings + 1);

        public void Write(IArtifactWriter writer)
        {
            writer.Number("sum", Sum);
            writer.Integer("readings", Readings);
            if (broken == "growing")
            {
                writer.Numbers("all", new double[Readings]);
            }
        }
    }
}
