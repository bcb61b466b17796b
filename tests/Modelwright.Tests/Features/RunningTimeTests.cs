using Modelwright.Core.Data;
using Modelwright.Features;

namespace Modelwright.Tests.Features;

public sealed class RunningTimeTests
{
    public static TheoryData<string, int[], bool> Times { get; } = new()
    {
        { "rises", [.. Enumerable.Range(0, 50)], true },
        { "falls", [.. Enumerable.Range(0, 50).Select(row => 50 - row)], true },
        { "two logs, one after the other", [.. Enumerable.Range(0, 25), .. Enumerable.Range(0, 25)], true },
        { "several rows of a moment", [.. Enumerable.Range(0, 50).Select(row => row / 4)], true },
        { "missing ones between", [.. Enumerable.Range(0, 50).Select(row => row % 5 == 2 ? -1 : row)], true },
        { "to and fro", [.. Enumerable.Range(0, 50).Select(row => row * 7 % 50)], false },
        { "too few steps", [.. Enumerable.Range(0, 10)], false },
        { "one moment", [.. Enumerable.Repeat(3, 50)], false },
        { "all missing", [.. Enumerable.Repeat(-1, 50)], false },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void Is_OrderOfRows_Told(string what, int[] days, bool isRunning)
    {
        var column = new TimeColumn("t", [.. days.Select(day => day < 0 ? TimeColumn.Missing : new DateTime(2024, 1, 1).AddDays(day).Ticks)]);
        Assert.True(RunningTime.Is(column) == isRunning, what);
    }
}
