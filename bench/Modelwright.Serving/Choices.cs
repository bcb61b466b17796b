using System.Globalization;

namespace Modelwright.Serving;

/// <summary>What the command line says: how long and how hard.</summary>
internal sealed record Choices
{
    public int Seconds { get; private init; }

    /// <summary>Seconds in which each path is asked before anything counts: the runtime compiles what is asked often anew, in the background.</summary>
    public int Warm { get; private init; } = 15;

    public int Rounds { get; private init; } = 3;

    public int Connections { get; private init; }

    public int Swaps { get; private init; } = 20;

    public int Requests { get; private init; }

    public int Slow { get; private init; } = 300;

    public int Kills { get; private init; } = 10;

    public int Rows { get; private init; } = 200;

    public int Seed { get; private init; } = 1;

    public bool Logs { get; private init; } = true;

    public bool Pages { get; private init; }

    /// <summary>The one kind of request that a storm has; null for all.</summary>
    public string? Only { get; private init; }

    public string? Out { get; private init; }

    public string? Docs { get; private init; }

    /// <summary>What is no option.</summary>
    public IReadOnlyList<string> Places { get; private init; } = [];

    public static Choices Read(IReadOnlyList<string> words)
    {
        var (choices, places) = (new Choices(), new List<string>());
        for (var at = 0; at < words.Count; at++)
        {
            switch (words[at])
            {
                case "--no-log":
                    choices = choices with { Logs = false };
                    break;
                case "--with-pages":
                    choices = choices with { Pages = true };
                    break;
                case ['-', '-', ..] when at + 1 < words.Count:
                    choices = choices.With(words[at], words[++at]);
                    break;
                default:
                    places.Add(words[at]);
                    break;
            }
        }

        return choices with { Places = places };
    }

    private Choices With(string name, string value) => name switch
    {
        "--out" => this with { Out = value },
        "--only" => this with { Only = value },
        "--docs" => this with { Docs = value },
        "--seconds" => this with { Seconds = Number(value) },
        "--warm" => this with { Warm = Number(value) },
        "--rounds" => this with { Rounds = Number(value) },
        "--connections" => this with { Connections = Number(value) },
        "--swaps" => this with { Swaps = Number(value) },
        "--requests" => this with { Requests = Number(value) },
        "--slow" => this with { Slow = Number(value) },
        "--kills" => this with { Kills = Number(value) },
        "--rows" => this with { Rows = Number(value) },
        "--seed" => this with { Seed = Number(value) },
        _ => throw new ArgumentException($"There is no option '{name}'."),
    };

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
