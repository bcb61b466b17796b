using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Runtime.Tests.Prediction;

public sealed class IsoTimeTests
{
    [Theory]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000")]
    [InlineData("2024-02-29 13:45", "2024-02-29T13:45:00.0000000")]
    [InlineData("2024-02-29T13:45:10.25", "2024-02-29T13:45:10.2500000")]
    [InlineData("2024-02-29T13:45:10Z", "2024-02-29T13:45:10.0000000")]
    [InlineData("2024-02-29T13:45:10+02:00", "2024-02-29T11:45:10.0000000")]
    [InlineData("2024-02-29 13:45:10,5+02", "2024-02-29T11:45:10.5000000")]
    [InlineData("2024-02-29T13:45:10.123456789", "2024-02-29T13:45:10.1234567")]
    [InlineData("2024-02-29T13:45:10-0130", "2024-02-29T15:15:10.0000000")]
    public void TryRead_Iso_IsReadFromFilesAndCellsAlike(string text, string expected)
    {
        Assert.True(IsoTime.TryRead(text, out var ticks, out _));
        Assert.True(CellText.TryTime($" {text} ", [], out var cell));
        Assert.Equal(ticks, cell);
        Assert.Equal(expected, new DateTime(ticks).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-1-1")]
    [InlineData("2024-01-01T25:00")]
    [InlineData("2024-01-01 10")]
    [InlineData("2024-01-01T10:00+99:00")]
    [InlineData("0001-01-01T00:00+02:00")]
    [InlineData("20240101")]
    public void TryRead_NotIso_IsNone(string text)
    {
        Assert.False(IsoTime.TryRead(text, out _, out _));
        Assert.False(CellText.TryTime(text, [], out var cell));
        Assert.Equal(TimeColumn.Missing, cell);
    }
}
