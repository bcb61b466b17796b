using System.Diagnostics.CodeAnalysis;

namespace Modelwright.Studio.Http;

/// <summary>A page that cannot be shown, or a form that cannot be done, with what a visitor is told.</summary>
internal sealed class PageFault(int status, string title, string message) : Exception(message)
{
    internal int Status { get; } = status;

    internal string Title { get; } = title;

    [DoesNotReturn]
    internal static void Absent(string message) => throw new PageFault(404, "There is nothing here", message);
}
