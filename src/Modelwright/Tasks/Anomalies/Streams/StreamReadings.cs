using Modelwright.Core.Data;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Tasks.Anomalies.Streams;

/// <summary>What a detector says of all readings of training.</summary>
internal static class StreamReadings
{
    /// <summary>The columns that say when and of what a reading is.</summary>
    public static StreamColumns Columns(Schema schema) => new(schema.WithRole(ColumnRole.Time).First().Name, schema.WithRole(ColumnRole.Group).FirstOrDefault()?.Name);

    /// <summary>The scores, each series from its first reading; made once a member.</summary>
    public static StreamScores Of(TaskGround ground, FittedMember member) =>
        ground.Once(member.Member, () => StreamScoring.Score(member.Inner, ground.Rows, Columns(ground.Schema), ground.Threads, ground.Stop));
}
