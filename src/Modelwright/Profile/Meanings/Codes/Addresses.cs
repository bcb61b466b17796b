using System.Net;

namespace Modelwright.Profile.Meanings.Codes;

/// <summary>What e-mail, web and IP addresses look like.</summary>
internal static class Addresses
{
    private const int MostLetters = 2_000;
    private const int MostLocal = 64;
    private const int SmallOctet = 30;

    internal static bool IsEmail(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at is > 0 and <= MostLocal && text.Length <= 254 && IsHost(text[(at + 1)..])
            && !text[..at].ContainsAny(" ,;:<>()[]\"\\\t@".AsSpan()) && text[0] != '.' && text[at - 1] != '.';
    }

    internal static bool IsUrl(ReadOnlySpan<char> text)
    {
        if (text.Length > MostLetters || text.ContainsAny(" \t\"<>".AsSpan()))
        {
            return false;
        }

        var mark = text.IndexOf("://");
        var rest = mark >= 0 ? text[(mark + 3)..] : text;
        var hasScheme = mark is >= 3 and <= 5 && (Starts(text, "http") || Starts(text, "https") || Starts(text, "ftp") || Starts(text, "ftps"));
        var end = rest.IndexOfAny('/', '?', '#');
        var host = end < 0 ? rest : rest[..end];
        var port = host.IndexOf(':');
        return (hasScheme || (mark < 0 && Starts(text, "www."))) && IsHost(port < 0 ? host : host[..port]);
    }

    /// <summary>An IPv4 or IPv6 address, with or without the length of its network.</summary>
    internal static bool IsIp(ReadOnlySpan<char> text)
    {
        const int MostIp = 49;
        if (text.Length is < 3 or > MostIp)
        {
            return false;
        }

        var slash = text.IndexOf('/');
        if (slash >= 0 && (!byte.TryParse(text[(slash + 1)..], out var network) || network > 128))
        {
            return false;
        }

        var address = slash < 0 ? text : text[..slash];
        return address.Contains(':')
            ? address.Count(':') >= 2 && !address.ContainsAny("%[]".AsSpan()) && IPAddress.TryParse(address, out _)
            : IsIpv4(address, out _);
    }

    /// <summary>Whether an address could be a release number such as 1.2.3.4 as well.</summary>
    internal static bool IsLikeRelease(ReadOnlySpan<char> text) => IsIpv4(text, out var largest) && largest <= SmallOctet;

    private static bool IsIpv4(ReadOnlySpan<char> text, out int largest)
    {
        largest = 0;
        var octets = 0;
        foreach (var range in text.Split('.'))
        {
            var octet = text[range];
            if (octet.Length is < 1 or > 3 || octet.ContainsAnyExceptInRange('0', '9') || (octet.Length > 1 && octet[0] == '0') || !byte.TryParse(octet, out var value))
            {
                return false;
            }

            largest = Math.Max(largest, value);
            octets++;
        }

        return octets == 4;
    }

    private static bool Starts(ReadOnlySpan<char> text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    // Labels of letters, digits and hyphens, at least two, the last of letters.
    private static bool IsHost(ReadOnlySpan<char> text)
    {
        var dot = text.LastIndexOf('.');
        if (dot < 1 || text.Length - dot < 3 || text.Contains("..", StringComparison.Ordinal) || text[0] is '.' or '-')
        {
            return false;
        }

        foreach (var letter in text)
        {
            if (!char.IsLetterOrDigit(letter) && letter is not ('.' or '-'))
            {
                return false;
            }
        }

        return !text[(dot + 1)..].ContainsAnyInRange('0', '9');
    }
}
