using Modelwright.Core.Data;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Tasks.Anomalies.Streams;

/// <summary>What a detector says of the readings of training.</summary>
/// <param name="Rows">The rows that were read: all, or the last that there was time for.</param>
/// <param name="First">The row of the table that is the first of them.</param>
/// <param name="Scores">One a row that was read.</param>
internal sealed record StreamReadings(Table Rows, int First, StreamScores Scores)
{
    /// <summary>The pace is measured on so many numbers; tables of ten times as many are read in whatever time there is.</summary>
    private const int NumbersOfTrial = 20_000;
    private const double MostOfTime = 0.6;

    /// <summary>The columns that say when and of what a reading is.</summary>
    public static StreamColumns Columns(Schema schema) => new(schema.WithRole(ColumnRole.Time).First().Name, schema.WithRole(ColumnRole.Group).FirstOrDefault()?.Name);

    /// <summary>Rows that a plan has to know of: 0 where all were read.</summary>
    public int SampleRows => First == 0 ? 0 : Rows.RowCount;

    /// <summary>The readings with their scores, each series from its first one; made once a member.</summary>
    public static StreamReadings Of(TaskGround ground, FittedMember member) => ground.Once(member.Member, () =>
    {
        var count = ground.SampleRows > 0 ? Math.Min(ground.SampleRows, ground.Rows.RowCount) : Affordable(ground, member);
        var first = ground.Rows.RowCount - count;
        var rows = first == 0 ? ground.Rows : ground.Rows.Take([.. Enumerable.Range(first, count)]);
        return new StreamReadings(rows, first, Score(ground, member, rows));
    });

    private static StreamScores Score(TaskGround ground, FittedMember member, Table rows) =>
        StreamScoring.Score(member.Inner, rows, Columns(ground.Schema), ground.Threads, ground.Stop);

    private static int Affordable(TaskGround ground, FittedMember member)
    {
        var (rows, width) = (ground.Rows.RowCount, member.Inner.Info.Inputs.Count);
        if (double.IsPositiveInfinity(ground.SecondsLeft) || (long)rows * width <= 10L * NumbersOfTrial)
        {
            return rows;
        }

        var trial = ground.Rows.Take([.. Enumerable.Range(0, Math.Clamp(NumbersOfTrial / width, 1, rows))]);
        Score(ground, member, trial);

        // The first time compiles; the second tells the pace.
        var start = ground.Time.GetTimestamp();
        Score(ground, member, trial);
        var seconds = ground.Time.GetElapsedTime(start).TotalSeconds / trial.RowCount * (ground.Options.StoreRows ? 2 : 1);
        return (int)Math.Clamp(ground.SecondsLeft * MostOfTime / Math.Max(seconds, 1e-12), trial.RowCount, rows);
    }
}
