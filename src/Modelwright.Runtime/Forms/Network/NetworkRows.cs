using Modelwright.Runtime.Forms.Rows;

namespace Modelwright.Runtime.Forms.Network;

/// <summary>Scores rows of values, as many at once as stay near the processor.</summary>
internal static class NetworkRows
{
    /// <summary>Single-precision numbers a thread keeps, so that answering one row allocates nothing; a wider network makes its own.</summary>
    private const int Kept = 1 << 17;

    [ThreadStatic]
    private static float[]? _room;

    /// <summary>Turns the scores of some rows into their answers.</summary>
    /// <param name="scores">Rows x outputs.</param>
    /// <param name="answers">Rows x answers; overwritten.</param>
    internal delegate void Answer(Span<double> scores, Span<double> answers);

    /// <summary>Answers rows.</summary>
    /// <param name="scorer">The network.</param>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="output">Rows x width.</param>
    /// <param name="width">Answers a row.</param>
    /// <param name="answer">What makes answers of scores.</param>
    internal static void Fill(NetworkScorer scorer, ReadOnlySpan<double> values, Span<double> output, int width, Answer answer)
    {
        var (inputs, rows) = (scorer.Inputs.All.Count, output.Length / width);
        var most = Math.Min(scorer.MostRows, rows);
        using var scores = new Room(most * scorer.Outputs);
        var room = Take(scorer.Room(most));
        for (var row = 0; row < rows; row += most)
        {
            var some = Math.Min(most, rows - row);
            var own = scores.Values[..(some * scorer.Outputs)];
            scorer.Score(values.Slice(row * inputs, some * inputs), own, room.AsSpan(0, scorer.Room(some)));
            answer(own, output.Slice(row * width, some * width));
        }
    }

    private static float[] Take(int length)
    {
        if (length > Kept)
        {
            return new float[length];
        }

        if (_room is null || _room.Length < length)
        {
            _room = new float[length];
        }

        return _room;
    }
}
