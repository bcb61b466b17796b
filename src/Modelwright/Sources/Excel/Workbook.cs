using System.IO.Compression;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Excel;

/// <summary>Checks a workbook, which is a zip file of XML, before it is unpacked by others: what it says of its size need not be true.</summary>
internal static class Workbook
{
    /// <summary>The most bytes that all parts may unpack to: 2 GiB.</summary>
    internal const long MostBytes = 2L << 30;

    /// <summary>How many times its packed size a part may unpack to, once it is larger than a few MB.</summary>
    internal const int MostRatio = 300;

    private const int MostParts = 10_000;
    private const int FreeBytes = 8 << 20;

    /// <summary>Unpacks every part once, and keeps nothing.</summary>
    /// <exception cref="DataException">It is no workbook, is damaged, or unpacks to too much.</exception>
    internal static void Check(string path, CancellationToken cancellation)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            if (archive.Entries.Count > MostParts)
            {
                throw new DataException($"{path}: the workbook has {archive.Entries.Count} parts; {MostParts} are the most. Save the one sheet as a workbook of its own, or as CSV.");
            }

            var buffer = new byte[1 << 16];
            var total = 0L;
            foreach (var part in archive.Entries)
            {
                total += Unpack(part, MostBytes - total, path, buffer, cancellation);
            }
        }
        catch (InvalidDataException fault)
        {
            throw new DataException($"{path}: this is no Excel workbook (.xlsx), or it is damaged or protected by a password. Open it in Excel and save it again, or save it as CSV.", fault);
        }
    }

    private static long Unpack(ZipArchiveEntry part, long most, string path, byte[] buffer, CancellationToken cancellation)
    {
        using var stream = part.Open();
        var bytes = 0L;
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            bytes += count;
            if (bytes > most || (bytes > FreeBytes && bytes / MostRatio > part.CompressedLength))
            {
                throw new DataException($"{path}: '{FaultList.Show(part.FullName)}' unpacks to more than {(bytes > most ? $"{MostBytes} bytes" : $"{MostRatio} times its size")}, which no sheet of data does. If the file is to be trusted, save the sheet as CSV.");
            }
        }

        return bytes;
    }
}
