using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly;

/// <summary>Learns from each column apart, on several threads.</summary>
internal static class ColumnFits
{
    /// <summary>What a column gives, in the order of the columns.</summary>
    /// <param name="features">Number columns.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <param name="fit">Learns from one column.</param>
    public static T[] Of<T>(Table features, FitContext context, Func<NumberColumn, T> fit)
    {
        var fitted = new T[features.Columns.Count];
        Parallel.For(0, fitted.Length, new ParallelOptions { MaxDegreeOfParallelism = context.Threads }, column =>
        {
            if (!context.Cancellation.IsCancellationRequested)
            {
                fitted[column] = fit((NumberColumn)features.Columns[column]);
            }
        });
        context.Cancellation.ThrowIfCancellationRequested();
        return fitted;
    }

    /// <summary>All columns as inputs of a form.</summary>
    public static FormInput[] Inputs(Table features) => [.. features.Columns.Select(column => new FormInput(column.Name, ColumnType.Number, []))];
}
