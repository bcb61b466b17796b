using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Validation.Teaching;

/// <summary>What a teacher answers to rows, so that a student learns how it answers what it does not know.</summary>
internal static class TeacherAnswers
{
    /// <summary>Answers to all rows: out of fold where there are such, else by the whole teacher, which has not seen rows outside its own.</summary>
    /// <param name="all">All rows.</param>
    /// <param name="teacher">The teacher.</param>
    /// <param name="known">Rows that it answered out of fold, as they stand among all, and those answers.</param>
    /// <param name="width">Numbers a row.</param>
    /// <param name="limits">Threads and cancellation.</param>
    public static double[] Of(Table all, IForm teacher, (int[] Rows, double[] Answers) known, int width, (int Threads, CancellationToken Stop) limits)
    {
        var answers = new double[all.RowCount * width];
        var isKnown = new bool[all.RowCount];
        for (var place = 0; place < known.Rows.Length; place++)
        {
            isKnown[known.Rows[place]] = true;
            known.Answers.AsSpan(place * width, width).CopyTo(answers.AsSpan(known.Rows[place] * width));
        }

        int[] others = [.. Enumerable.Range(0, all.RowCount).Where(row => !isKnown[row])];
        if (others.Length == 0)
        {
            return answers;
        }

        var said = ModelAnswers.Of(teacher, all.Take(others), limits.Threads, limits.Stop);
        for (var place = 0; place < others.Length; place++)
        {
            said.AsSpan(place * width, width).CopyTo(answers.AsSpan(others[place] * width));
        }

        return answers;
    }

    /// <summary>The answers to some of the rows.</summary>
    public static double[] Take(double[] answers, int[]? rows, int width)
    {
        if (rows is null)
        {
            return answers;
        }

        var some = new double[rows.Length * width];
        for (var place = 0; place < rows.Length; place++)
        {
            answers.AsSpan(rows[place] * width, width).CopyTo(some.AsSpan(place * width));
        }

        return some;
    }
}
