using Modelwright.Cli.Hosting;
using Modelwright.Machine;

namespace Modelwright.Cli.Output;

/// <summary>What the terminal can show.</summary>
internal static class Terminal
{
    private const int UnicodePage = 65001;
    private const int LeastWidth = 80;
    private const string Purpose = "shows tables, colours and live progress";

    /// <summary>Looks at the terminal of a call, as far as there is one.</summary>
    public static MachineCheck Check(Host host)
    {
        if (!host.OutputIsTerminal)
        {
            return new("terminal", CheckState.Ok, "none: answers are JSON documents", Purpose, null);
        }

        if (host.IsPlain)
        {
            return new("terminal", CheckState.Warning, "text alone (TERM=dumb)", Purpose, "Set TERM to what the terminal is, such as xterm-256color, for colours and live progress.");
        }

        var width = Screen.Open(host, isForMachine: false).Profile.Width;
        if (host.Output.Encoding.CodePage != UnicodePage)
        {
            return new("terminal", CheckState.Warning, $"writes {host.Output.Encoding.WebName}, which lacks the lines of tables", Purpose, "Set the terminal to UTF-8 (LANG=C.UTF-8, or chcp 65001 on Windows).");
        }

        var found = $"{width} letters wide, {(host.UsesColour ? "in colour" : "without colour, as NO_COLOR asks")}";
        return width >= LeastWidth
            ? new("terminal", CheckState.Ok, found, Purpose, null)
            : new("terminal", CheckState.Warning, found, Purpose, $"Make the window {LeastWidth} letters wide or wider, so that tables need not be cut.");
    }
}
