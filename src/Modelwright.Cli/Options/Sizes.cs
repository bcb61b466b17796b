using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Cli.Options;

/// <summary>Reads amounts of memory as people write them: "700MB", "2GB", "1.5 GiB".</summary>
internal static class Sizes
{
    private static readonly (string Unit, double Bytes)[] Units =
    [
        ("kb", 1e3), ("mb", 1e6), ("gb", 1e9), ("tb", 1e12),
        ("k", 1e3), ("m", 1e6), ("g", 1e9), ("t", 1e12),
        ("kib", 1024.0), ("mib", 1024.0 * 1024), ("gib", 1024.0 * 1024 * 1024), ("tib", 1024.0 * 1024 * 1024 * 1024),
    ];

    /// <summary>Reads an amount of memory.</summary>
    /// <param name="text">A number and a unit; KB, MB and GB are powers of 1,000, KiB, MiB and GiB of 1,024.</param>
    /// <param name="option">The option it was given for, named in the error.</param>
    /// <returns>Bytes.</returns>
    /// <exception cref="OptionsException">It is not one, or under 32 MiB; the text shows how to write it.</exception>
    public static long Parse(string text, string option)
    {
        var bytes = Bytes(text);
        return bytes is >= ReadOptions.SmallestMemory and <= 1e15
            ? (long)bytes
            : throw new OptionsException($"{option} must be an amount of memory from 32 MiB to 1000 TB. Got '{text}'. Write a number and a unit: 700MB, 2GB, 1.5GiB.");
    }

    /// <summary>Reads the size of a file.</summary>
    /// <param name="text">A number and a unit, as for an amount of memory.</param>
    /// <param name="option">The option it was given for, named in the error.</param>
    /// <returns>Bytes.</returns>
    /// <exception cref="OptionsException">It is not one, or under 1 KB; the text shows how to write it.</exception>
    public static long ParseFile(string text, string option)
    {
        var bytes = Bytes(text);
        return bytes is >= 1000 and <= 1e15
            ? (long)bytes
            : throw new OptionsException($"{option} must be the size of a file from 1 KB to 1000 TB. Got '{text}'. Write a number and a unit: 50KB, 1MB, 1.5MiB.");
    }

    /// <summary>Writes an amount as people read it: "1.5 GB".</summary>
    public static string Format(long bytes) => bytes switch
    {
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
    };

    /// <summary>0 for what is no amount.</summary>
    private static double Bytes(string text)
    {
        var (number, unit) = Quantity.Split(text);
        var known = Array.Find(Units, known => known.Unit == unit);
        return known.Unit is not null && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value * known.Bytes
            : 0;
    }
}
