using Modelwright.Cli.Output.Live;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Modelwright.Cli.Tests.Output;

public sealed class ReadingBoardTests
{
    [Fact]
    public void Draw_NoRowsYet_NamesTheFile() => Assert.Equal("Reading customers.csv …", Text(new ReadingBoard("customers.csv", new HandClock())));

    [Fact]
    public void Draw_Rows_SaysHowManyASecond()
    {
        var clock = new HandClock();
        var board = new ReadingBoard("customers.csv", clock);

        board.Report(1_310_720);
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("Reading customers.csv: 1,310,720 rows, 655,360 a second", Text(board));
    }

    private static string Text(ReadingBoard board)
    {
        var options = RenderOptions.Create(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }), null);
        return string.Concat(board.Draw().Render(options, 200).Select(part => part.Text)).Trim();
    }

    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;

        public override long GetTimestamp() => _ticks;
    }
}
