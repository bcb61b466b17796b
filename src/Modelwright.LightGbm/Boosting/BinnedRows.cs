using Modelwright.Core.Learning;
using Modelwright.LightGbm.Interop;

namespace Modelwright.LightGbm.Boosting;

/// <summary>Brings rows into the native library in pieces, so that no second copy of the table is ever held.</summary>
internal static class BinnedRows
{
    private const int MostSampledCells = 4_000_000;
    private const int FewestSampledRows = 10_000;
    private const int MostSampledRows = 100_000;
    private const int PieceCells = 262_144;

    /// <summary>Bins training rows by the bins that a sample of them gives.</summary>
    internal static DatasetHandle Train(FeatureReader reader, string parameters, FitContext context)
    {
        using var sample = Sample(reader, context);
        var dataset = DatasetHandle.Create(sample, reader.RowCount, parameters);
        try
        {
            Fill(dataset, reader, context);
            return dataset;
        }
        catch
        {
            dataset.Dispose();
            throw;
        }
    }

    /// <summary>Bins validation rows by the bins of the training rows.</summary>
    internal static DatasetHandle Validate(DatasetHandle training, FeatureReader reader, FitContext context)
    {
        var dataset = training.CreateAlike(reader.RowCount);
        try
        {
            Fill(dataset, reader, context);
            return dataset;
        }
        catch
        {
            dataset.Dispose();
            throw;
        }
    }

    private static SampledColumns Sample(FeatureReader reader, FitContext context)
    {
        var rows = SampledRows(reader.RowCount, reader.ColumnCount);
        var values = new double[rows.Length];
        var sample = new SampledColumns(reader.ColumnCount, rows.Length);
        try
        {
            for (var column = 0; column < reader.ColumnCount; column++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                reader.Read(column, rows, values);
                sample.Set(column, values);
            }
        }
        catch
        {
            sample.Dispose();
            throw;
        }

        return sample;
    }

    /// <summary>One row of each of as many equal stretches, at a place that does not repeat, so that no period in the data can hide.</summary>
    private static int[] SampledRows(int rowCount, int columnCount)
    {
        var most = Math.Clamp(MostSampledCells / columnCount, FewestSampledRows, MostSampledRows);
        var rows = new int[Math.Min(rowCount, most)];
        for (var index = 0; index < rows.Length; index++)
        {
            var start = (long)index * rowCount / rows.Length;
            var end = (long)(index + 1) * rowCount / rows.Length;
            rows[index] = (int)(start + (((uint)index * 2_654_435_769u) >> 8) % (end - start));
        }

        return rows;
    }

    private static void Fill(DatasetHandle dataset, FeatureReader reader, FitContext context)
    {
        var piece = Math.Clamp(PieceCells / reader.ColumnCount, 16, 8_192);
        var buffer = new double[Math.Min(piece, reader.RowCount) * reader.ColumnCount];
        for (var start = 0; start < reader.RowCount; start += piece)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var rows = buffer.AsSpan(0, Math.Min(piece, reader.RowCount - start) * reader.ColumnCount);
            reader.ReadRows(start, rows);
            dataset.Push(rows, start);
        }
    }
}
