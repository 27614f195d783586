#!/usr/bin/env python3
"""Draws data/icons/symbolic/*.svg.

GTK recolours symbolic icons by filling every path, so a stroke can't be left a stroke: this turns lines, arcs and
curves of a given width into filled outlines on the 16 px grid. All outlines run clockwise and overlap freely under
the nonzero fill rule; a hole runs the other way round. Run it after a change to a drawing, and look at the result:

    build-aux/draw-icons.py data/icons/symbolic
"""

import math
import pathlib
import sys

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">\n'
mirrored = False


def number(value):
    text = f'{value:.2f}'.rstrip('0').rstrip('.')
    return '0' if text == '-0' else text


def at(x, y):
    return f'{number(16 - x if mirrored else x)} {number(y)}'


def turn(r, large, clockwise, x, y):
    return f'A{number(r)} {number(r)} 0 {int(large)} {int(clockwise != mirrored)} {at(x, y)}'


def polar(cx, cy, r, degrees):
    angle = math.radians(degrees)
    return cx + r * math.cos(angle), cy + r * math.sin(angle)


def line(x1, y1, x2, y2, w=2):
    """A stroke with round ends."""
    length = math.hypot(x2 - x1, y2 - y1)
    nx, ny, r = (y2 - y1) / length * w / 2, -(x2 - x1) / length * w / 2, w / 2
    return (f'M{at(x1 + nx, y1 + ny)}L{at(x2 + nx, y2 + ny)}' + turn(r, 0, 1, x2 - nx, y2 - ny) +
            f'L{at(x1 - nx, y1 - ny)}' + turn(r, 0, 1, x1 + nx, y1 + ny) + 'Z')


def lines(*points, w=2, closed=False):
    """Strokes from point to point."""
    ends = points[1:] + points[:1] if closed else points[1:]
    return ''.join(line(*a, *b, w) for a, b in zip(points, ends))


def disc(cx, cy, r, hole=False):
    cw = not hole
    return f'M{at(cx - r, cy)}' + turn(r, 1, cw, cx + r, cy) + turn(r, 1, cw, cx - r, cy) + 'Z'


def ring(cx, cy, r, w=2):
    return disc(cx, cy, r + w / 2) + disc(cx, cy, r - w / 2, hole=True)


def arc(cx, cy, r, a0, a1, w=2, round_ends=True):
    """A stroke along a circle, clockwise from a0 to a1 in degrees, 0 being to the right."""
    outer, inner, large = r + w / 2, r - w / 2, (a1 - a0) > 180
    path = f'M{at(*polar(cx, cy, outer, a0))}' + turn(outer, large, 1, *polar(cx, cy, outer, a1))
    end, start = polar(cx, cy, inner, a1), polar(cx, cy, outer, a0)
    path += turn(w / 2, 0, 1, *end) if round_ends else f'L{at(*end)}'
    path += turn(inner, large, 0, *polar(cx, cy, inner, a0))
    path += turn(w / 2, 0, 1, *start) if round_ends else ''
    return path + 'Z'


def rect(x, y, w, h, r=0, hole=False):
    corners = [(x + r, y), (x + w - r, y), (x + w, y + r), (x + w, y + h - r),
               (x + w - r, y + h), (x + r, y + h), (x, y + h - r), (x, y + r)]
    if hole:
        corners = corners[:1] + corners[:0:-1]
    path = f'M{at(*corners[0])}'
    for i, corner in enumerate(corners[1:] + corners[:1]):
        # The outline begins with a straight side, the hole with a corner.
        rounded = (i % 2 == 0) if hole else (i % 2 == 1)
        path += turn(r, 0, not hole, *corner) if rounded and r else f'L{at(*corner)}'
    return path + 'Z'


def frame(x, y, w, h, r=2, t=2):
    """A rounded rectangle of strokes; x, y, w, h are its outside."""
    return rect(x, y, w, h, r) + rect(x + t, y + t, w - 2 * t, h - 2 * t, max(r - t, 0), hole=True)


def poly(*points, hole=False):
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1]))
    if (area > 0) == hole:
        points = points[::-1]
    return 'M' + 'L'.join(at(*p) for p in points) + 'Z'


def blob(*points, w=1):
    """A polygon with corners rounded by w / 2."""
    return poly(*points) + lines(*points, w=w, closed=True)


def corners(x, y, w, h):
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]


def keep_left(points, a, b):
    """The part of a convex polygon that lies to the left of the way from a to b (Sutherland and Hodgman, 1974)."""
    def side(p):
        return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
    kept = []
    for p, q in zip(points, points[1:] + points[:1]):
        if side(p) <= 0:
            kept.append(p)
        if (side(p) < 0 < side(q)) or (side(q) < 0 < side(p)):
            t = side(p) / (side(p) - side(q))
            kept.append((p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])))
    return kept


def crossed_out(points, a, b, gap=1.7, hole=False):
    """A convex polygon with air on both sides of a stroke from a to b."""
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    nx, ny = (b[1] - a[1]) / length * gap, -(b[0] - a[0]) / length * gap
    above = keep_left(points, (a[0] + nx, a[1] + ny), (b[0] + nx, b[1] + ny))
    below = keep_left(points, (b[0] - nx, b[1] - ny), (a[0] - nx, a[1] - ny))
    return ''.join(poly(*part, hole=hole) for part in (above, below) if len(part) > 2)


def bezier(p0, p1, p2, p3, n=10):
    for i in range(n + 1):
        t = i / n
        yield tuple((1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t ** 3 * d
                    for a, b, c, d in zip(p0, p1, p2, p3))


def band(points, w=2, round_ends=True):
    """A stroke along many points, as one outline."""
    left, right = [], []
    for i, (x, y) in enumerate(points):
        ax, ay = points[max(i - 1, 0)]
        bx, by = points[min(i + 1, len(points) - 1)]
        length = math.hypot(bx - ax, by - ay)
        nx, ny = (by - ay) / length * w / 2, -(bx - ax) / length * w / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    path = 'M' + 'L'.join(at(*p) for p in left)
    path += turn(w / 2, 0, 1, *right[-1]) if round_ends else f'L{at(*right[-1])}'
    path += 'L' + 'L'.join(at(*p) for p in right[-2::-1])
    return path + (turn(w / 2, 0, 1, *left[0]) if round_ends else '') + 'Z'


def curve(p0, p1, p2, p3, w=2):
    return band(list(bezier(p0, p1, p2, p3)), w)


def wave(from_x, to_x, height, w=2, round_ends=True):
    """A stroke along height(x)."""
    n = max(4, int((to_x - from_x) * 2))
    return band([(from_x + (to_x - from_x) * i / n, height(from_x + (to_x - from_x) * i / n)) for i in range(n + 1)],
                w, round_ends)


def leaf(x, y, degrees, length, bulge=0.8):
    """A lens from x, y outwards."""
    tip, r = polar(x, y, length, degrees), length * bulge
    return f'M{at(x, y)}' + turn(r, 0, 1, *tip) + turn(r, 0, 1, x, y) + 'Z'


def heart(cx, cy, s=1.0):
    """A heart 12.6 wide at size 1; cx, cy is its middle."""
    def p(x, y):
        return cx + (x - 8) * s, cy + (y - 8) * s
    return (f'M{at(*p(8, 14.2))}L{at(*p(2.2, 8.3))}' + turn(3.75 * s, 0, 1, *p(7.5, 3)) + f'L{at(*p(8, 3.5))}' +
            f'L{at(*p(8.5, 3))}' + turn(3.75 * s, 0, 1, *p(13.8, 8.3)) + 'Z')


def person(cx, top, r, bottom):
    """A head and shoulders."""
    y, half = top + 2 * r + 1, r * 1.75
    return disc(cx, top + r, r) + (
        f'M{at(cx - half, bottom)}L{at(cx - half, y + half)}' + turn(half, 0, 1, cx + half, y + half) +
        f'L{at(cx + half, bottom)}Z' if bottom - y > half else
        f'M{at(cx - half, bottom)}' + f'C{at(cx - half, y)} {at(cx + half, y)} {at(cx + half, bottom)}Z')


def tick(points, w=2, hole=False):
    """A check mark as one outline, so that it can be a hole."""
    (ax, ay), (bx, by), (cx, cy) = points
    h = w / 2 * math.sqrt(2)
    return poly((ax, ay - h), (bx, by - h), (cx, cy - h), (cx + h, cy), (bx, by + h), (ax - h, ay), hole=hole)


def star(cx, cy, r, inner=0.45):
    return blob(*[polar(cx, cy, r if i % 2 == 0 else r * inner, -90 + 36 * i) for i in range(10)], w=1)


def arrow(x, y, degrees, size=3, w=2):
    """An open arrow head whose point is at x, y."""
    return lines(polar(x, y, size * 1.4, degrees + 135), (x, y), polar(x, y, size * 1.4, degrees - 135), w=w)


def bubble(hole=''):
    return rect(1, 2, 14, 10, 3) + poly((4, 11), (4, 15.5), (8.5, 11)) + hole


def calendar(inside):
    return (rect(1, 2, 14, 13, 2) + rect(3, 6, 10, 7, 0.5, hole=True) +
            rect(4, 0, 2, 3, 1) + rect(10, 0, 2, 3, 1) + inside)


def page(inside):
    return frame(2, 1, 12, 14, 2) + inside


def clock(hands):
    return ring(8, 8, 6) + hands


def eye(inside):
    return (arc(8, 12, 8, 213, 327, round_ends=True) + arc(8, 4, 8, 33, 147) + inside)


def sine(sign, size, x):
    return 8 + sign * size * math.sin((x - 5) / 6 * math.pi)


def woven(size=3.8):
    """Two strands with two crossings; each goes under once."""
    def first(x):
        return sine(1, size, x)

    def second(x):
        return sine(-1, size, x)
    return wave(1.2, 9.2, first) + wave(12.8, 14.8, first) + wave(1.2, 3.2, second) + wave(6.8, 14.8, second)


def pickets():
    return ''.join(poly((x, 4.5), (x + w / 2, 2), (x + w, 4.5), (x + w, 15), (x, 15)) for x, w in ((1, 3), (6, 4), (12, 3)))


def rays(cx, cy, r0, r1, angles):
    return ''.join(line(*polar(cx, cy, r0, a), *polar(cx, cy, r1, a)) for a in angles)


def hand():
    return (line(4.5, 9, 4.5, 4.5) + line(7, 8, 7, 2) + line(9.5, 8, 9.5, 2.5) + line(12, 9, 12, 4.5) +
            rect(3.5, 7.5, 9.5, 7.5, 3) + line(1.5, 9, 4.5, 12, 2.2))


def rings():
    gap, first, second = 36, (5.5, 8, 3.5), (10.5, 8, 3.5)
    return (arc(*first, -44 + gap, 316 - gap, round_ends=False) + arc(*second, 136 + gap, 496 - gap, round_ends=False))


STRATEGIES = {
    'communicate': lambda: (rect(1, 1, 10, 8, 2) + poly((3, 8), (3, 12), (7, 8)) +
                            'M12.5 5H13a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2v2.6l-3-2.6H8a2 2 0 0 1-2-2v-.5h4.5'
                            'a2 2 0 0 0 2-2z'),
    'forgive': lambda: (curve((2.5, 15), (4, 9), (7, 5.5), (10.5, 4), 1.8) + leaf(9.8, 4.6, -22, 5.6, 0.62) +
                        leaf(8, 5.6, 232, 5.6, 0.62) + leaf(5.4, 8.6, 196, 5.4, 0.62) + leaf(6.2, 7.8, 22, 6.6, 0.62) +
                        leaf(4, 11.2, 24, 6.6, 0.62)),
    'quality-time': lambda: (f'M{at(1, 6)}L{at(12, 6)}L{at(12, 11)}' + turn(4, 0, 1, 8, 15) + f'L{at(5, 15)}' +
                             turn(4, 0, 1, 1, 11) + 'Z' + arc(12, 9, 2, -90, 90, 2) +
                             curve((4.5, 4), (3, 3), (6, 2), (4.5, 1), 1.6) +
                             curve((8.5, 4), (7, 3), (10, 2), (8.5, 1), 1.6)),
    'trust': lambda: ('M8 .8L14 3V8C14 11.5 11.5 14.2 8 15.4C4.5 14.2 2 11.5 2 8V3Z' +
                      'M8 3V13.2C10.5 12.1 12 10.2 12 8V4.5Z'),
    'affection': lambda: heart(8, 7.6, 1.08),
    'professional-help': lambda: (rect(4, 1.5, 8, 5.5, 2) + rect(4, 4.5, 8, 3.5) + rect(1, 6.5, 3, 6.5, 1.5) +
                                  rect(12, 6.5, 3, 6.5, 1.5) + rect(5, 9, 6, 4, 0.5) + rect(2.5, 12, 11, 1.6) +
                                  rect(2.5, 13, 2, 2, 0.5) + rect(11.5, 13, 2, 2, 0.5)),
    'positivity': lambda: disc(8, 8, 3) + rays(8, 8, 5.6, 6.6, range(0, 360, 45)),
    'goals': lambda: (line(3, 2, 3, 15) + 'M4.5 2.5C7 .5 9.5 4.5 14 2.5V8.5C9.5 10.5 7 6.5 4.5 8.5Z'),
    'reconnect': rings,
    'boundaries': lambda: pickets() + rect(3, 6, 10, 2) + rect(3, 11, 10, 2),
}

ROOMS = {
    'today': lambda: (poly((8, 1), (15.5, 8), (14, 8), (14, 15), (2, 15), (2, 8), (0.5, 8)) +
                      rect(6.5, 9.5, 3, 5.5, 0, hole=True)),
    'dates': lambda: calendar(heart(8, 9.6, 0.4)),
    'insights': lambda: lines((2, 2), (2, 14), (14, 14)) + lines((5.5, 10.5), (8, 7), (10.5, 9), (14, 3.5)),
    'together': lambda: person(4, 2.5, 2, 13) + person(12, 2.5, 2, 13),
    'person': lambda: person(8, 1.5, 3, 14.5),
    'quick-exit': lambda: (lines((7, 2), (2, 2), (2, 14), (7, 14)) + line(7, 8, 14, 8) + arrow(14, 8, 0, 3)),
    'lock': lambda: (rect(3, 7, 10, 8, 2) + disc(8, 11, 1.3, hole=True) + arc(8, 5, 3, 180, 360, 2, False) +
                     rect(4, 5, 2, 3) + rect(10, 5, 2, 3)),
    'unlock': lambda: (rect(3, 7, 10, 8, 2) + disc(8, 11, 1.3, hole=True) + arc(8, 4, 3, 180, 360, 2, False) +
                       rect(4, 4, 2, 4) + line(11, 4, 11, 4.01)),
}

PRACTICES = {
    'agreement': lambda: page(rect(5, 4, 6, 1) + rect(5, 6, 4, 1) +
                              curve((5, 11.8), (7.2, 7), (7.2, 14), (11, 10.6), 1.4)),
    'breathe': lambda: disc(8, 8, 3) + ''.join(arc(8, 8, 6, a, a + 54) for a in (18, 108, 198, 288)),
    'calendar': lambda: calendar(''.join(rect(x, y, 2, 2, 0.4) for y in (7, 10) for x in (4, 7, 10))),
    'card': lambda: (frame(2, 1, 12, 14, 2) + arc(8, 6, 1.8, 180, 400, 1.8) + line(8.3, 8, 8, 9.2, 1.8) +
                     disc(8, 11.8, 1.1)),
    'celebrate': lambda: (blob((2, 14), (5, 6.5), (9.5, 11), w=1.4) + curve((8, 6.5), (9, 5), (8, 3), (9, 1.5), 1.6) +
                          curve((9.5, 8), (11, 7), (13, 8), (14.5, 7), 1.6) + disc(12, 4, 1.2) + disc(5, 3, 1) +
                          disc(13, 11.5, 1) + disc(15, 1.5, .9)),
    'check-in': lambda: (line(2, 3, 14, 3) + line(2, 8, 14, 8) + line(2, 13, 14, 13) +
                         disc(11, 3, 2.2) + disc(5, 8, 2.2) + disc(9, 13, 2.2)),
    'exchange': lambda: (line(2, 5, 13.5, 5) + arrow(14, 5, 0, 2.4) + line(2.5, 11, 14, 11) + arrow(2, 11, 180, 2.4)),
    'feelings': lambda: (ring(8, 8, 6) + disc(5.8, 6.6, 1.1) + disc(10.2, 6.6, 1.1) + arc(8, 7.8, 3, 30, 150, 1.6)),
    'group': lambda: (person(8, 1, 2.3, 15) + disc(2.9, 5.6, 1.7) + disc(13.1, 5.6, 1.7) +
                      'M.2 13C.2 9.5 1.5 8.3 3.2 8.3C2.8 9.5 2.7 11 2.7 13Z' +
                      'M15.8 13H13.3C13.3 11 13.2 9.5 12.8 8.3C14.5 8.3 15.8 9.5 15.8 13Z'),
    'issue': lambda: bubble(rect(7, 4, 2, 4, 0.6, hole=True) + disc(8, 9.8, 1.1, hole=True)),
    'jar': lambda: (rect(4, 1, 8, 2.4, 1) + rect(2, 4.4, 12, 10.6, 3) + rect(4, 6.4, 8, 6.6, 1.4, hole=True) +
                    heart(8, 9.7, 0.4)),
    'let-go': lambda: (line(2, 6, 8.5, 6) + arc(8.5, 3.8, 2.2, -150, 90) + line(1.5, 9.5, 12, 9.5) +
                       arc(12, 7.5, 2, -120, 90) + line(4, 13, 9, 13)),
    'letter': lambda: frame(1, 3, 14, 11, 2) + lines((2.5, 4.5), (8, 9.3), (13.5, 4.5), w=1.8),
    'listen': lambda: (curve((4, 7), (3.5, 0), (13, 0), (12.5, 6.5)) + curve((12.5, 6.5), (12.4, 9), (9.5, 9.5), (9.3, 11.5)) +
                       curve((9.3, 11.5), (9, 15.5), (5, 15), (5, 12)) + curve((7, 7.5), (6.6, 3.8), (10, 3.8), (9.6, 6.2), 1.6)),
    'map': lambda: (poly((1, 3), (5, 1.5), (5, 13), (1, 14.5)) + poly((6, 1.6), (10, 3.1), (10, 14.5), (6, 13)) +
                    poly((11, 3), (15, 1.5), (15, 13), (11, 14.5))),
    'openness': lambda: (ring(5, 11, 2.8) + line(7, 9, 13.5, 2.5) + line(11, 5, 13, 7) + line(13.2, 2.8, 14.5, 4.2)),
    'promise': lambda: (poly((3, 15.5), (3, 2), (4, 1), (12, 1), (13, 2), (13, 15.5), (8, 11.8)) +
                        tick(((5.6, 6), (7.4, 7.8), (10.6, 4.6)), 1.8, hole=True)),
    'repair': lambda: (line(4.6, 11.4, 11.4, 4.6, 7) + disc(8, 6.3, 0.9, hole=True) + disc(8, 9.7, 0.9, hole=True) +
                       disc(6.3, 8, 0.9, hole=True) + disc(9.7, 8, 0.9, hole=True)),
    'resource': lambda: ('M7 3.6C5.3 2.3 3.2 2 1 2.2V12.8C3.2 12.6 5.3 12.9 7 14.2Z'
                         'M9 3.6C10.7 2.3 12.8 2 15 2.2V12.8C12.8 12.6 10.7 12.9 9 14.2Z'),
    'review': lambda: (lines((2, 4), (3.3, 5.3), (5.6, 2.8), w=1.8) + lines((2, 11), (3.3, 12.3), (5.6, 9.8), w=1.8) +
                       line(9, 4, 14, 4) + line(9, 11.5, 14, 11.5)),
    'ritual': lambda: (arc(8, 8, 5.5, 190, 325) + arc(8, 8, 5.5, 10, 145) + poly((14.6, 1.9), (14.6, 7), (9.5, 7)) +
                       poly((1.4, 14.1), (1.4, 9), (6.5, 9))),
    'session': lambda: (ring(8, 9, 5.2) + rect(6, 0.6, 4, 2, 0.8) + line(8, 9, 8, 6.2) + line(12.8, 3.4, 13.6, 4.2, 1.8)),
    'support': lambda: (heart(8.5, 4.4, 0.5) + curve((1, 11), (4, 9), (6, 11), (9.5, 11)) +
                        curve((1, 14.3), (5, 14), (8, 16.2), (14.8, 10.2)) + curve((9.5, 11), (9.5, 12.4), (8, 12.4), (6.5, 12.4))),
    'touch': hand,
}

NEEDS = {
    'add': lambda: rect(7, 2, 2, 12, 1) + rect(2, 7, 12, 2, 1),
    'archive': lambda: (rect(1, 2, 14, 4, 1) + rect(2, 7, 12, 7.5, 1.5) + rect(6, 8.5, 4, 1.6, 0.8, hole=True)),
    'bag': lambda: (rect(2, 5, 12, 10, 2) + arc(8, 5, 3, 180, 360, 1.8, False) + rect(4, 8, 8, 1.4, 0.7, hole=True)),
    'bell': lambda: ('M8 1C11 1 12.5 3.2 12.5 6C12.5 9 13.2 10 14.5 11.3V12H1.5V11.3'
                     'C2.8 10 3.5 9 3.5 6C3.5 3.2 5 1 8 1Z' + 'M6 13.2H10A2 2 0 0 1 6 13.2Z'),
    'check': lambda: lines((3, 8.5), (6.5, 12), (13, 4.5)),
    'clock': lambda: clock(line(8, 8, 8, 4.8) + line(8, 8, 10.4, 9.6)),
    'delete': lambda: (rect(2, 3, 12, 2, 1) + frame(5.5, 1, 5, 3, 1, 1.4) + poly((3.2, 6), (12.8, 6), (12, 15), (4, 15)) +
                       rect(6, 7.5, 1.3, 6, 0.6, hole=True) + rect(8.7, 7.5, 1.3, 6, 0.6, hole=True)),
    'drag': lambda: ''.join(disc(x, y, 1.3) for x in (5.5, 10.5) for y in (3, 8, 13)),
    'draw': lambda: (lines((1.8, 4), (4, 4), (10.5, 12), (14, 12)) + lines((1.8, 12), (4, 12), (5.4, 10.3)) +
                     lines((9, 5.8), (10.5, 4), (14, 4)) + arrow(14.3, 4, 0, 1.8, 1.8) + arrow(14.3, 12, 0, 1.8, 1.8)),
    'edit': lambda: (poly((10.4, 2.4), (13.6, 5.6), (5.2, 14), (1.5, 14.5), (2, 10.8)) +
                     blob((11.8, 1.9), (12.5, 1.4), (14.6, 3.5), (14.1, 4.2), w=0.9)),
    'export': lambda: (lines((2, 9), (2, 14), (14, 14), (14, 9)) + line(8, 2.5, 8, 10) + arrow(8, 2, -90, 3)),
    'filter': lambda: line(2, 3.5, 14, 3.5) + line(4.5, 8, 11.5, 8) + line(7, 12.5, 9, 12.5),
    'gift': lambda: (rect(1, 5, 14, 3.4, 1) + rect(2, 9.4, 5.3, 5.6, 1) + rect(8.7, 9.4, 5.3, 5.6, 1) +
                     curve((8, 4.4), (4, 4.6), (3.5, 1), (6, 1.4), 1.6) + curve((6, 1.4), (7.5, 1.6), (8, 3), (8, 4.4), 1.6) +
                     curve((8, 4.4), (12, 4.6), (12.5, 1), (10, 1.4), 1.6) + curve((10, 1.4), (8.5, 1.6), (8, 3), (8, 4.4), 1.6)),
    'heard': lambda: bubble(tick(((4.8, 7), (7.2, 9.2), (11.2, 5.2)), 1.9, hole=True)),
    'help': lambda: (ring(8, 8, 6.2, 1.8) + arc(8, 6.4, 1.8, 180, 400, 1.8) + line(8.3, 8.2, 8, 9, 1.8) + disc(8, 11.4, 1.1)),
    'hide': lambda: (arc(8, 12, 8, 213, 271) + arc(8, 12, 8, 311, 327) + arc(8, 4, 8, 33, 91) +
                     arc(8, 4, 8, 131, 147) + line(3, 14, 13, 2)),
    'info': lambda: (disc(8, 8, 7) + rect(7, 7, 2, 5, 0.6, hole=True) + disc(8, 4.7, 1.2, hole=True)),
    'link': lambda: (lines((7, 3), (3, 3), (3, 13), (13, 13), (13, 9)) + line(8, 8, 13.5, 2.5) + lines((10, 2), (14, 2), (14, 6))),
    'list': lambda: ''.join(disc(2.6, y, 1.4) + line(6.5, y, 14, y) for y in (3, 8, 13)),
    'moon': lambda: f'M{at(7.5, 1)}' + turn(7, 1, 0, 15, 8.8) + turn(5.6, 0, 1, 7.5, 1) + 'Z',
    'note': lambda: page(rect(5, 4, 6, 1) + rect(5, 7, 6, 1) + rect(5, 10, 4, 1)),
    'park': lambda: (line(8, 10, 8, 14.5, 1.8) + rect(4.6, 1, 6.8, 2, 1) + rect(5.6, 2, 4.8, 5) +
                     poly((5.6, 6), (10.4, 6), (13, 9), (13, 10.6), (3, 10.6), (3, 9))),
    'pause': lambda: rect(3, 2, 4, 12, 1) + rect(9, 2, 4, 12, 1),
    'phone-off': lambda: (crossed_out(corners(4, 1, 8, 14), (1, 12.5), (15, 3.5)) +
                          crossed_out(corners(6, 3, 4, 8), (1, 12.5), (15, 3.5), hole=True) + line(1, 12.5, 15, 3.5, 1.8)),
    'play': lambda: blob((4, 2.8), (13, 8), (4, 13.2), w=1.6),
    'print': lambda: (rect(4, 1, 8, 3) + rect(1, 5, 14, 7, 2) + rect(4, 9, 8, 3, 0, hole=True) + disc(12.5, 7, .8, hole=True) +
                      frame(4, 9.6, 8, 5.4, .5, 1.6)),
    'redo': lambda: (arc(6.5, 9.5, 4, 90, 270) + line(6.5, 5.5, 12.5, 5.5) + line(6.5, 13.5, 10, 13.5) + arrow(13.5, 5.5, 0, 2.8)),
    'reveal': lambda: eye(disc(8, 8, 2.2)),
    'search': lambda: ring(6.5, 6.5, 4.5) + line(10, 10, 14, 14, 2.2),
    'settings': lambda: (''.join(line(*polar(8, 8, 4.5, a), *polar(8, 8, 6.3, a), 2.4) for a in range(0, 360, 45)) +
                         ring(8, 8, 3.8, 2.4)),
    'share': lambda: (line(4, 8, 12, 3.5, 1.8) + line(4, 8, 12, 12.5, 1.8) + disc(4, 8, 2.5) + disc(12, 3.5, 2.5) +
                      disc(12, 12.5, 2.5)),
    'skip': lambda: blob((3, 3.5), (9.5, 8), (3, 12.5), w=1.4) + rect(11, 2.8, 2.2, 10.4, 1),
    'speak': lambda: (line(8, 3.5, 8, 7, 5) + arc(8, 7, 5.2, 10, 170, 1.8) + line(8, 12.5, 8, 14.5, 1.8) + line(5.5, 14.8, 10.5, 14.8, 1.8)),
    'star': lambda: star(8, 8.6, 7),
    'star-outline': lambda: lines(*[polar(8, 8.6, 6.6 if i % 2 == 0 else 3.1, -90 + 36 * i) for i in range(10)], w=1.7, closed=True),
    'stop': lambda: rect(3, 3, 10, 10, 1.5),
    'undo': lambda: (arc(9.5, 9.5, 4, -90, 90) + line(9.5, 5.5, 3.5, 5.5) + line(9.5, 13.5, 6, 13.5) + arrow(2.5, 5.5, 180, 2.8)),
    'warning': lambda: (blob((8, 2.5), (14.3, 13.5), (1.7, 13.5), w=2) + rect(7.1, 5.2, 1.8, 4, 0.6, hole=True) +
                        disc(8, 11.2, 1.1, hole=True)),
}

MIRRORED = ('quick-exit', 'undo', 'redo', 'skip', 'list', 'review', 'draw', 'insights', 'export')


def save(folder, name, draw):
    (folder / f'{name}.svg').write_text(f'{HEAD}  <path d="{draw()}" fill="#222"/>\n</svg>\n')


def main():
    global mirrored
    folder = pathlib.Path(sys.argv[1])
    for name, draw in (STRATEGIES | ROOMS | PRACTICES | NEEDS).items():
        save(folder, f'reknit-{name}-symbolic', draw)
        if name in MIRRORED:
            mirrored = True
            save(folder, f'reknit-{name}-symbolic-rtl', draw)
            mirrored = False
    save(folder, 'reknit-strands-symbolic', woven)
    save(folder.parent / 'hicolor/symbolic/apps', 'io.github.reknit.Reknit-symbolic', woven)


if __name__ == '__main__':
    main()
