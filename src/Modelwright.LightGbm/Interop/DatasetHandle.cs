using Microsoft.Win32.SafeHandles;

namespace Modelwright.LightGbm.Interop;

/// <summary>Owns one native dataset of binned rows; freed once, even if the owner forgets.</summary>
internal sealed unsafe class DatasetHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    private int _rowCount;
    private int _columnCount;

    /// <summary>Makes an empty dataset whose bins come from a sample; all rows are to be pushed afterwards.</summary>
    internal static DatasetHandle Create(SampledColumns sample, int rowCount, string parameters)
    {
        DatasetHandle dataset;
        fixed (int* counts = sample.Counts)
        {
            var status = LightGbmApi.DatasetCreateFromSampledColumn(
                sample.Values, sample.Rows, sample.Counts.Length, counts, sample.SampledRowCount, rowCount, rowCount, parameters, out dataset);
            NativeStatus.Check(status, "binning the columns");
        }

        return dataset.Born(rowCount, sample.Counts.Length);
    }

    /// <summary>Makes an empty dataset with the bins of this one; all rows are to be pushed afterwards.</summary>
    internal DatasetHandle CreateAlike(int rowCount)
    {
        NativeStatus.Check(LightGbmApi.DatasetCreateByReference(this, rowCount, out var dataset), "preparing the validation rows");
        return dataset.Born(rowCount, _columnCount);
    }

    /// <summary>Bins some rows; the dataset is ready once the last row is in.</summary>
    /// <param name="rows">Row by row, all columns; NaN is missing.</param>
    /// <param name="startRow">Where the first of them goes.</param>
    internal void Push(ReadOnlySpan<double> rows, int startRow)
    {
        var count = rows.Length / _columnCount;
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, count * _columnCount);
        ArgumentOutOfRangeException.ThrowIfNegative(startRow);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)startRow + count, _rowCount, nameof(startRow));
        fixed (double* data = rows)
        {
            NativeStatus.Check(LightGbmApi.DatasetPushRows(this, data, ElementType.Double, count, _columnCount, startRow), "binning rows");
        }
    }

    /// <summary>Sets one value a row: 'label' or 'weight'.</summary>
    internal void Set(string field, ReadOnlySpan<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, _rowCount);
        fixed (float* data = values)
        {
            NativeStatus.Check(LightGbmApi.DatasetSetField(this, field, data, values.Length, ElementType.Float), $"setting the field '{field}'");
        }
    }

    protected override bool ReleaseHandle()
    {
        LiveHandles.Died();
        return LightGbmApi.DatasetFree(handle) == 0;
    }

    private DatasetHandle Born(int rowCount, int columnCount)
    {
        LiveHandles.Born();
        (_rowCount, _columnCount) = (rowCount, columnCount);
        return this;
    }
}
