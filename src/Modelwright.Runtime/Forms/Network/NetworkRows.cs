using System.Buffers;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Forms.Network;

/// <summary>Scores the rows of a table, chunk by chunk.</summary>
internal static class NetworkRows
{
    /// <summary>Less than this is not rented: a call that answers one row would first have to compile the pool.</summary>
    private const int FewestRented = 8192;

    /// <summary>Turns the scores of some rows into their answers.</summary>
    /// <param name="scores">Rows x outputs.</param>
    /// <param name="answers">Rows x answers; overwritten.</param>
    internal delegate void Answer(Span<double> scores, Span<double> answers);

    /// <summary>Answers rows.</summary>
    /// <param name="scorer">The network.</param>
    /// <param name="rows">Its inputs by name.</param>
    /// <param name="output">Rows x width.</param>
    /// <param name="width">Answers a row.</param>
    /// <param name="answer">What makes answers of scores.</param>
    internal static void Fill(NetworkScorer scorer, Table rows, Span<double> output, int width, Answer answer)
    {
        var bound = scorer.Inputs.Bind(rows);
        RowChunks.CheckLength(output, rows.RowCount, width);
        using var chunk = new RowChunks(scorer.Inputs, scorer.Outputs, rows.RowCount);
        var inputs = scorer.Inputs.All.Count;
        var room = Rent(scorer.Room(Math.Min(scorer.MostRows, chunk.Rows)));
        for (var start = 0; start < rows.RowCount; start += chunk.Rows)
        {
            var count = Math.Min(chunk.Rows, rows.RowCount - start);
            var scores = chunk.Scores(count, scorer.Outputs);
            var values = chunk.Fill(bound, start, count);
            for (var row = 0; row < count; row += scorer.MostRows)
            {
                var some = Math.Min(scorer.MostRows, count - row);
                scorer.Score(values.Slice(row * inputs, some * inputs), scores.Slice(row * scorer.Outputs, some * scorer.Outputs), room.AsSpan(0, scorer.Room(some)));
            }

            answer(scores, output.Slice(start * width, count * width));
        }

        if (room.Length >= FewestRented)
        {
            ArrayPool<float>.Shared.Return(room);
        }
    }

    private static float[] Rent(int length) => length < FewestRented ? new float[length] : ArrayPool<float>.Shared.Rent(length);
}
