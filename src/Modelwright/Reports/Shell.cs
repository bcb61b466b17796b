using System.Buffers;

namespace Modelwright.Reports;

/// <summary>Writes calls that a person may copy into a shell.</summary>
public static class Shell
{
    private static readonly SearchValues<char> Bare = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./\\:=,+@%^");

    /// <summary>A word as it must be typed: in quotes where it is empty or holds anything that a shell may give a meaning.</summary>
    public static string Quote(string word)
    {
        var isBare = word.Length > 0 && !word.AsSpan().ContainsAnyExcept(Bare) && (OperatingSystem.IsWindows() || !word.Contains('\\'));
        return isBare ? word
            : OperatingSystem.IsWindows() ? $"\"{word}\""
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }
}
