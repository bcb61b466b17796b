using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Streams;
using Modelwright.Runtime.Forms.Anomalies.Verdict;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming.Verdict;

/// <summary>Says in words which column was strange, how, and what was to be expected then.</summary>
internal static class StreamText
{
    /// <summary>The text of one reading.</summary>
    /// <param name="score">How strange it is.</param>
    /// <param name="inputs">The columns that are watched.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="row">0-based row.</param>
    internal static string Of(StreamScore score, IReadOnlyList<FormInput> inputs, Table rows, int row)
    {
        if (score.Input < 0)
        {
            return "unlike the readings before it as a whole";
        }

        var column = inputs[score.Input].Name;
        var value = VerdictText.Number(((NumberColumn)rows[column]).Values.At(row));
        var expected = double.IsFinite(score.Usual) ? $"expected {VerdictText.Number(score.Usual)}" : "";
        string[] notes = [.. new[] { Way(score.Sign), expected }.Where(note => note.Length > 0)];
        return $"{column} {value}{(notes.Length > 0 ? $" ({string.Join("; ", notes)})" : "")}";
    }

    private static string Way(StreamSign sign) => sign switch
    {
        StreamSign.Level => "a level away from the usual",
        StreamSign.Unrest => "more unrest than usual",
        StreamSign.Stillness => "changes less than usual",
        StreamSign.Repetition => "the same value for longer than usual",
        _ => "",
    };
}
